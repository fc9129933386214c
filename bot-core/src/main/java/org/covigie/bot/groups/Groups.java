package org.covigie.bot.groups;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.people.Address;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups and their members: settings, roles, consent, numbers. */
@Service
@Transactional
public class Groups {
    /** The version of the charter that a member accepts now. */
    public static final int CHARTER_VERSION = 1;

    private final GroupRows groups;
    private final MemberRows members;
    private final RoleCache cache;
    private final Vault vault;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;

    Groups(GroupRows groups, MemberRows members, RoleCache cache, Vault vault, InstantSource clock,
            ApplicationEventPublisher events, EntityManager entities) {
        this.groups = groups;
        this.members = members;
        this.cache = cache;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
        this.entities = entities;
    }

    /** Every group, newest first. */
    @Transactional(readOnly = true)
    public List<Group> all(int page, int size) {
        return groups.findAll(org.springframework.data.domain.PageRequest.of(page, size,
                org.springframework.data.domain.Sort.by("id").descending())).map(this::group).toList();
    }

    @Transactional(readOnly = true)
    public long count() {
        return groups.count();
    }

    @Transactional(readOnly = true)
    public Optional<Group> find(long id) {
        return groups.findById(id).map(this::group);
    }

    /** The group as the gate sees it. */
    @Transactional(readOnly = true)
    public Optional<GroupInfo> info(long id) {
        return groups.findById(id).map(row -> GroupRoles.info(row, vault));
    }

    /** Those who have not left, by number. */
    @Transactional(readOnly = true)
    public List<Member> members(long group) {
        return members.findByGroupIdAndLeftAtIsNullOrderByNumber(group).stream().map(Groups::member).toList();
    }

    /** This group, its parent and all local groups of the same parent, the parent first; gone ones left out. */
    @Transactional(readOnly = true)
    public List<Group> family(long group) {
        return groups.findById(group).map(row -> row.parent == null ? row.id : row.parent)
                .map(root -> groups.family(root).stream().map(this::group).toList()).orElse(List.of());
    }

    /** The version of the charter in force. */
    @Transactional(readOnly = true)
    public int charterVersion(long group) {
        return CHARTER_VERSION;
    }

    /** The charter in force. */
    public org.covigie.bot.commands.Line charter(GroupInfo group) {
        return org.covigie.bot.commands.Line.of("charter.text", "90");
    }

    /** Until the end of the transaction nobody else decides who comes into this group. */
    public void lock(long group) {
        // what was read before the lock was had may be out of date
        groups.findById(group).ifPresent(row -> entities.refresh(row, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The channel has counted the people in the chat, bots left out; null when it did not say. */
    public void counted(long group, @Nullable Integer people) {
        if (people != null) {
            groups.findById(group).ifPresent(row -> row.people = people);
        }
    }

    /** The member is no longer in the chat: every role but the animator's is gone. */
    public void left(long group, long person) {
        members.findByGroupIdAndPersonId(group, person).filter(row -> row.leftAt == null).ifPresent(row -> {
            row.leftAt = clock.instant();
            row.correspondent = false;
            row.deputy = false;
            cache.changed();
        });
    }

    @Transactional(readOnly = true)
    public List<Member> correspondents(long group) {
        return members.findByGroupIdAndCorrespondentTrueOrderByNumber(group).stream().map(Groups::member).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Member> animator(long group) {
        return members.findFirstByGroupIdAndAnimatorTrue(group).map(Groups::member);
    }

    @Transactional(readOnly = true)
    public Optional<Member> member(long group, long person) {
        return members.findByGroupIdAndPersonId(group, person).map(Groups::member);
    }

    @Transactional(readOnly = true)
    public Optional<Member> numbered(long group, int number) {
        return members.findByGroupIdAndNumber(group, number).map(Groups::member);
    }

    /** The next number for this kind of thing in this group; serialises those who count at once. */
    public int nextNumber(long group, String what) {
        if (groups.count(group, what) == 0) {
            groups.startCounting(group, what);
        }
        return groups.counted(group, what);
    }

    /** The person as a member of the group, with the next number where new. */
    public Member enrol(long group, long person) {
        return member(enrolled(group, person));
    }

    /** Gives or takes the correspondent's role. */
    public Member correspondent(long group, long person, boolean holds) {
        MemberRow row = enrolled(group, person);
        row.correspondent = holds;
        cache.changed();
        return member(row);
    }

    /** Makes this person the one animator. */
    public Member animator(long group, long person) {
        members.findFirstByGroupIdAndAnimatorTrue(group).ifPresent(old -> {
            old.animator = false;
            members.flush();
        });
        MemberRow row = enrolled(group, person);
        row.animator = true;
        cache.changed();
        return member(row);
    }

    /** The member accepts the charter and agrees to be relayed, or does not; the same answer twice changes nothing. */
    public void consent(long group, long person, boolean given) {
        MemberRow row = enrolled(group, person);
        Consent now = given ? Consent.GIVEN : Consent.REFUSED;
        if (row.consent != now) {
            row.consent = now;
            row.consentAt = clock.instant();
        }
        if (given) {
            row.charterVersion = CHARTER_VERSION;
        }
        events.publishEvent(given ? new ConsentGiven(group, person) : new ConsentRefused(group, person));
    }

    /** Whether the question of consent is to be put to this person now; it is put once. */
    public boolean askConsentOnce(long group, long person) {
        MemberRow row = enrolled(group, person);
        if (row.consent != Consent.PENDING || row.askedAt != null) {
            return false;
        }
        row.askedAt = clock.instant();
        return true;
    }

    /** Makes the group one where nothing is collected, or one that collects again. */
    public void purpose(long group, Purpose purpose) {
        groups.findById(group).ifPresent(row -> row.purpose = purpose);
        cache.changed();
    }

    /** Counts a tag refused because nothing is collected in this group. */
    public void refusedTag(long group) {
        groups.countRefusedTag(group);
    }

    public void language(long group, Locale language) {
        groups.findById(group).ifPresent(row -> row.language = language.getLanguage());
        cache.changed();
    }

    /** Forgets a member; the group keeps no trace of the person but a gap in the numbers. */
    void leave(long person) {
        members.deleteAll(members.findByPersonIdOrderByGroupId(person));
        members.flush();
        cache.changed();
    }

    private MemberRow enrolled(long group, long person) {
        Optional<MemberRow> known = members.findByGroupIdAndPersonId(group, person);
        known.filter(row -> row.leftAt != null).ifPresent(row -> {
            row.leftAt = null;
            cache.changed();
        });
        return known.orElseGet(() -> {
            MemberRow row = new MemberRow();
            row.groupId = group;
            row.personId = person;
            row.number = nextNumber(group, "member");
            row.joinedAt = clock.instant();
            cache.changed();
            return members.saveAndFlush(row);
        });
    }

    private Group group(GroupRow row) {
        Address chat = new Address(row.channel, vault.openText(row.chat));
        return new Group(row.id, chat, row.title, row.purpose, row.memberLimit,
                members.countByGroupIdAndLeftAtIsNull(row.id), row.people,
                members.findFirstByGroupIdAndAnimatorTrue(row.id).map(m -> m.number).orElse(null),
                members.findByGroupIdAndCorrespondentTrueOrderByNumber(row.id).stream().map(m -> m.number).toList(),
                Locale.of(row.language), row.parent, row.botStanding, row.goneAt != null, row.refusedTags,
                row.takesProfession, row.takesDepartment);
    }

    static Member member(MemberRow row) {
        return new Member(row.groupId, row.number, row.personId, row.roles(), row.consent, row.askedAt);
    }
}
