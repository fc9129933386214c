package org.covigie.bot.groups;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Person;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups and their members: settings, roles, consent, numbers. */
@Service
@Transactional
public class Groups {
    private final GroupRows groups;
    private final MemberRows members;
    private final Charters charters;
    private final Journal journal;
    private final RoleCache cache;
    private final Vault vault;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;

    Groups(GroupRows groups, MemberRows members, Charters charters, Journal journal, RoleCache cache, Vault vault,
            InstantSource clock, ApplicationEventPublisher events, EntityManager entities) {
        this.groups = groups;
        this.members = members;
        this.charters = charters;
        this.journal = journal;
        this.cache = cache;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
        this.entities = entities;
    }

    /**
     * The group that this person means by writing without naming one: the one chosen, else the only one; those that are gone
     * or closed left out.
     */
    @Transactional(readOnly = true)
    public Optional<Group> meant(Person person) {
        List<Group> mine = members.findByPersonIdOrderByGroupId(person.id()).stream().filter(m -> m.leftAt == null)
                .flatMap(m -> groups.findById(m.groupId).stream()).filter(g -> g.goneAt == null && !g.locked)
                .filter(g -> g.channel.equals(person.address().channel())).map(this::group).toList();
        return mine.stream().filter(g -> Objects.equals(g.id(), person.currentGroup())).findFirst()
                .or(() -> mine.size() == 1 ? Optional.of(mine.getFirst()) : Optional.empty());
    }

    /** Whether this member has accepted the charter, in whatever version. */
    @Transactional(readOnly = true)
    public boolean acceptedCharter(long group, long person) {
        return members.findByGroupIdAndPersonId(group, person)
                .filter(row -> row.leftAt == null && row.charterVersion != null).isPresent();
    }

    /** Those of the group who have accepted its charter, in whatever version. */
    @Transactional(readOnly = true)
    public Set<Long> accepted(long group) {
        return members.findByGroupIdAndLeftAtIsNullOrderByNumber(group).stream()
                .filter(row -> row.charterVersion != null).map(row -> row.personId)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** The link into a companion group; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<String> link(long group) {
        return groups.findById(group).filter(row -> row.link != null).map(row -> vault.openText(row.link));
    }

    /** Keeps another link into a companion group. */
    public void link(long group, String link) {
        groups.findById(group).ifPresent(row -> row.link = vault.seal(link));
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

    /** The same of several groups, by number; unknown ones are left out. */
    @Transactional(readOnly = true)
    public List<GroupInfo> infos(Collection<Long> ids) {
        return groups.findAllById(ids).stream().map(row -> GroupRoles.info(row, vault))
                .sorted(java.util.Comparator.comparing(GroupInfo::id)).toList();
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

    /**
     * The member is no longer in the chat: the roles are gone, the number stays. An animator is followed by the deputy, else
     * the correspondent, with the lowest number; where there is neither the role stays, since a group always has an animator.
     */
    public void left(long group, long person) {
        groups.lock(group);
        members.findByGroupIdAndPersonId(group, person).filter(row -> row.leftAt == null).ifPresent(row -> {
            row.leftAt = clock.instant();
            row.correspondent = false;
            row.deputy = false;
            cache.changed();
            journal.note(group, "left", null, person, "");
            events.publishEvent(new Departed(group, person));
            if (row.animator) {
                Optional<MemberRow> heir = members
                        .findFirstByGroupIdAndDeputyTrueAndLeftAtIsNullOrderByNumber(group)
                        .or(() -> members.findFirstByGroupIdAndCorrespondentTrueAndLeftAtIsNullOrderByNumber(group));
                heir.ifPresent(next -> animator(group, next.personId));
                journal.note(group, heir.isPresent() ? "animator-followed" : "animator-left", null,
                        heir.map(next -> next.personId).orElse(person), "");
                events.publishEvent(new AnimatorLeft(group, heir.map(next -> next.personId).orElse(null)));
            }
        });
    }

    /** Whether there is somebody in the chat who animates the group. */
    @Transactional(readOnly = true)
    public boolean animated(long group) {
        return animator(group).isPresent();
    }

    @Transactional(readOnly = true)
    public List<Member> correspondents(long group) {
        return members.findByGroupIdAndCorrespondentTrueOrderByNumber(group).stream().map(Groups::member).toList();
    }

    /** Who animates the group; nobody while an animator who left has no successor. */
    @Transactional(readOnly = true)
    public Optional<Member> animator(long group) {
        return members.findFirstByGroupIdAndAnimatorTrue(group).filter(row -> row.leftAt == null)
                .map(Groups::member);
    }

    /** Whether the group's animator has left and nobody has followed. */
    @Transactional(readOnly = true)
    boolean abandoned(long group) {
        return members.findFirstByGroupIdAndAnimatorTrue(group).filter(row -> row.leftAt != null).isPresent();
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

    /** The person is in the chat: a member, with the next number where new, who may have left before. */
    public Member enrol(long group, long person) {
        MemberRow row = row(group, person);
        if (row.leftAt != null) {
            row.leftAt = null;
            cache.changed();
        }
        return member(row);
    }

    /** The person as the group knows them, with the next number where new; whoever has left stays one who has left. */
    public Member known(long group, long person) {
        return member(row(group, person));
    }

    /** Gives or takes the correspondent's role; whoever has left gets none. */
    public Member correspondent(long group, long person, boolean holds) {
        MemberRow row = row(group, person);
        row.correspondent = holds && row.leftAt == null;
        cache.changed();
        return member(row);
    }

    /** Gives or takes a deputy's role; whoever has left gets none. */
    public Member deputy(long group, long person, boolean holds) {
        MemberRow row = row(group, person);
        row.deputy = holds && row.leftAt == null;
        cache.changed();
        return member(row);
    }

    /** One correspondent hands the role to another member. */
    public void handOver(long group, long from, long to) {
        groups.lock(group);
        correspondent(group, from, false);
        correspondent(group, to, true);
    }

    /** Makes this person the one animator. */
    public Member animator(long group, long person) {
        groups.lock(group);
        members.findFirstByGroupIdAndAnimatorTrue(group).ifPresent(old -> {
            old.animator = false;
            members.flush();
        });
        MemberRow row = row(group, person);
        row.animator = true;
        row.deputy = false;
        cache.changed();
        return member(row);
    }

    /**
     * The member accepts the charter in force and agrees to be relayed, or does not. Each new answer, and each answer to a new
     * version, is written down; the same answer twice changes nothing.
     */
    public void consent(long group, long person, boolean given) {
        consent(group, person, given, charters.version(group), clock.instant());
    }

    /**
     * The same for an answer given earlier. Whoever does not agree to be relayed has accepted the charter as much as before.
     *
     * @param version the charter's version that was shown
     * @param at      when it was answered
     */
    public void consent(long group, long person, boolean given, int version, Instant at) {
        MemberRow row = row(group, person);
        boolean accepted = given || Objects.equals(row.charterVersion, version);
        answered(row, new Charters.Reply(group, version, accepted, given, at));
    }

    /**
     * The person accepts the charter, and does not agree to be relayed.
     *
     * @param version the charter's version that was shown
     * @param at      when it was answered
     */
    public void acceptsOnly(long group, long person, int version, Instant at) {
        answered(row(group, person), new Charters.Reply(group, version, true, false, at));
    }

    private void answered(MemberRow row, Charters.Reply reply) {
        row.consent = reply.relay() ? Consent.GIVEN : Consent.REFUSED;
        if (reply.given()) {
            row.charterVersion = reply.version();
        }
        if (charters.answered(row.personId, reply)) {
            row.consentAt = reply.at();
        }
        if (reply.given()) {
            events.publishEvent(new CharterAccepted(row.groupId, row.personId));
        }
        events.publishEvent(reply.relay()
                ? new ConsentGiven(row.groupId, row.personId)
                : new ConsentRefused(row.groupId, row.personId));
    }

    /** The version of the charter in force in this group. */
    @Transactional(readOnly = true)
    public int charterVersion(long group) {
        return charters.version(group);
    }

    /** How many of those in the group have accepted this version of the charter. */
    @Transactional(readOnly = true)
    int accepted(long group, int version) {
        return members.countByGroupIdAndLeftAtIsNullAndCharterVersion(group, version);
    }

    /** The charter in force, with its version and the periods for which things are kept. */
    @Transactional(readOnly = true)
    public Line charter(GroupInfo group) {
        return charters.shown(group.id());
    }

    /** Whether the question of consent is to be put to this person now; it is put once. */
    public boolean askConsentOnce(long group, long person) {
        MemberRow row = row(group, person);
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

    /** Sets the highest number of members; nobody is removed by it. Returns the number before. */
    int limit(long group, int limit) {
        groups.lock(group);
        GroupRow row = groups.findById(group).orElseThrow();
        int before = row.memberLimit;
        if (before != limit) {
            row.memberLimit = limit;
            cache.changed();
            events.publishEvent(new LimitChanged(group, before, limit));
        }
        return before;
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
        charters.forget(person);
        cache.changed();
    }

    private MemberRow row(long group, long person) {
        return members.findByGroupIdAndPersonId(group, person).orElseGet(() -> {
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
                row.takesProfession, row.takesDepartment, row.hosting);
    }

    static Member member(MemberRow row) {
        return new Member(row.groupId, row.number, row.personId, row.roles(), row.consent, row.askedAt);
    }
}
