package org.covigie.bot.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.groups.Member;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The requests: how they are made and kept. What is decided about them is {@link Decisions}. */
@Service
@Transactional
public class Enrolments {
    /** How long nobody may decide before a request expires, and how long a place is kept for somebody approved. */
    public static final Duration OPEN_FOR = Duration.ofDays(7);
    static final List<EnrolmentStatus> OPEN = List.of(EnrolmentStatus.REQUESTED, EnrolmentStatus.WAITING_LIST);
    private static final int MOST_REQUESTS = 3;

    private final EnrolmentRows rows;
    private final Groups groups;
    private final Journal journal;
    private final Notices notices;
    private final People people;
    private final Vault vault;
    private final InstantSource clock;

    Enrolments(EnrolmentRows rows, Groups groups, Journal journal, Notices notices, People people, Vault vault,
            InstantSource clock) {
        this.people = people;
        this.rows = rows;
        this.groups = groups;
        this.journal = journal;
        this.notices = notices;
        this.vault = vault;
        this.clock = clock;
    }

    /** A page of requests, the newest first. */
    public record Page(List<EnrolmentDocument> items, long total) {}

    /** Requests with this status, or all. */
    @Transactional(readOnly = true)
    public Page find(@Nullable EnrolmentStatus status, int page, int size) {
        PageRequest wanted = PageRequest.of(page, size, Sort.by("id").descending());
        var found = status == null ? rows.findAll(wanted) : rows.findByStatus(status, wanted);
        return new Page(found.map(row -> EnrolmentDocument.of(row,
                groups.find(row.groupId).map(Group::title).orElse("?"))).toList(), found.getTotalElements());
    }

    /** The requests of a group that wait for a decision, by number. */
    @Transactional(readOnly = true)
    List<EnrolmentRow> open(long group) {
        return rows.findByGroupIdAndStatusInOrderByNumber(group, OPEN);
    }

    /** The open request of this person in this group. */
    @Transactional(readOnly = true)
    Optional<EnrolmentRow> open(long group, long person) {
        return rows.findFirstByGroupIdAndPersonIdAndStatusInOrderByIdDesc(group, person, OPEN);
    }

    /** Somebody asks: a new request, of which those who decide are told; empty when this person asks too often. */
    Optional<EnrolmentRow> request(GroupInfo group, long person, Door door, boolean askedChat) {
        Instant lately = clock.instant().minus(OPEN_FOR);
        if (rows.countByGroupIdAndPersonIdAndRequestedAtAfter(group.id(), person, lately) >= MOST_REQUESTS) {
            return Optional.empty();
        }
        EnrolmentRow row = fresh(group.id(), door);
        row.personId = person;
        row.askedChat = askedChat;
        rows.saveAndFlush(row);
        journal.note(group.id(), "request", person, null, String.valueOf(row.number));
        notices.card(row, group);
        return Optional.of(row);
    }

    /** A member proposes somebody; {@code subject} is the keyed hash by which that person will be known. */
    EnrolmentRow propose(GroupInfo group, long proposer, String label, @Nullable String subject) {
        EnrolmentRow row = fresh(group.id(), Door.PROPOSAL);
        row.proposerId = proposer;
        row.label = vault.seal(label);
        row.subjectPrint = subject;
        rows.saveAndFlush(row);
        journal.note(group.id(), "proposed", proposer, null, String.valueOf(row.number));
        notices.card(row, group);
        return row;
    }

    /** The same person asks in a related group, with the answers already given. */
    EnrolmentRow refer(EnrolmentRow from, GroupInfo to) {
        EnrolmentRow row = fresh(to.id(), Door.REFERRED);
        row.personId = from.personId;
        row.proposerId = from.personId == null ? from.proposerId : null;
        row.label = from.label;
        row.subjectPrint = from.subjectPrint;
        row.profession = from.profession;
        row.department = from.department;
        row.rppsPrint = from.rppsPrint;
        row.rppsDone = from.rppsDone;
        rows.saveAndFlush(row);
        journal.note(to.id(), "request", row.personId, null, String.valueOf(row.number));
        notices.card(row, to);
        return row;
    }

    /** Somebody is in the chat without having asked: a member at once, who still has the charter to accept. */
    EnrolmentRow added(GroupInfo group, long person, @Nullable Long by) {
        EnrolmentRow row = fresh(group.id(), Door.ADDED);
        row.personId = person;
        row.status = EnrolmentStatus.APPROVED;
        row.decidedAt = clock.instant();
        row.decidedBy = by;
        row.enteredAt = clock.instant();
        rows.saveAndFlush(row);
        groups.enrol(group.id(), person);
        journal.note(group.id(), "added", by, person, String.valueOf(row.number));
        return row;
    }

    private EnrolmentRow fresh(long group, Door door) {
        EnrolmentRow row = new EnrolmentRow();
        row.groupId = group;
        row.number = groups.nextNumber(group, "request");
        row.door = door;
        row.requestedAt = clock.instant();
        return row;
    }

    /** How many places are taken or promised; whoever decides by it holds the group's lock. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    int taken(Group group) {
        return group.taken() + rows.reserved(group.id(), clock.instant().minus(OPEN_FOR));
    }

    /** Whether this person may decide on requests as the animator or a deputy. */
    @Transactional(readOnly = true)
    Optional<Member> decider(long group, long person) {
        return groups.member(group, person).filter(m -> m.holds(org.covigie.bot.commands.Role.DEPUTY));
    }

    /** The member of this group, or whoever asks to become one, whom a proposal would know by this keyed hash. */
    @Transactional(readOnly = true)
    Optional<Person> known(long group, String subject) {
        return Stream.concat(groups.members(group).stream().map(Member::person),
                open(group).stream().map(row -> row.personId).filter(Objects::nonNull))
                .flatMap(person -> people.byId(person).stream())
                .filter(person -> subjects(person).contains(subject)).findFirst();
    }

    /** By what a proposal may know this person: keyed hashes of the addresses, of a number within them, of the @name. */
    List<String> subjects(Person person) {
        List<String> subjects = new ArrayList<>();
        for (Address address : people.addresses(person.id())) {
            subjects.add(subject(address.key()));
            Phone.of(address).ifPresent(number -> subjects.add(subject(number)));
        }
        if (person.handle() != null) {
            subjects.add(subject("@" + person.handle().text()));
        }
        return subjects;
    }

    /** The keyed hash of a handle or of an address's key. */
    String subject(String what) {
        return vault.fingerprint("subject:" + what.toLowerCase(java.util.Locale.ROOT));
    }
}
