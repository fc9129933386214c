package org.covigie.bot.enrolment;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who comes to the door of a group, and who is found inside. */
@Service
@Transactional
class Arrivals {
    private static final List<EnrolmentStatus> EXPECTED = List.of(EnrolmentStatus.APPROVED, EnrolmentStatus.REQUESTED,
            EnrolmentStatus.WAITING_LIST);

    private final EnrolmentRows rows;
    private final Enrolments enrolments;
    private final Entries entries;
    private final Notices notices;
    private final Groups groups;
    private final Roles roles;
    private final Journal journal;
    private final People people;
    private final Vault vault;
    private final InstantSource clock;

    Arrivals(EnrolmentRows rows, Enrolments enrolments, Entries entries, Notices notices, Groups groups, Roles roles,
            Journal journal, People people, Vault vault, InstantSource clock) {
        this.rows = rows;
        this.enrolments = enrolments;
        this.entries = entries;
        this.notices = notices;
        this.groups = groups;
        this.roles = roles;
        this.journal = journal;
        this.people = people;
        this.vault = vault;
        this.clock = clock;
    }

    /** Somebody asks to be let in by a link. */
    void asks(Incoming.JoinRequested request) {
        Optional<GroupInfo> known = roles.in(request.chat(), request.sender().address()).map(Membership::group);
        if (known.isEmpty() || known.get().locked()) {
            return;
        }
        GroupInfo group = known.get();
        groups.lock(group.id());
        groups.counted(group.id(), request.people());
        // the platform lets us write to somebody who asks
        people.privateChat(request.sender().address(), true);
        Person person = acted(request.sender());
        String invitation = request.invitation() == null
                ? ""
                : vault.fingerprint("link:" + request.invitation().text());
        Optional<EnrolmentRow> expected = expected(group, person, invitation);
        if (expected.isPresent() && expected.get().status == EnrolmentStatus.APPROVED) {
            EnrolmentRow row = expected.get();
            row.personId = person.id();
            row.askedChat = true;
            entries.admit(group, row, null);
            notices.greet(row, group, "enrolment.expected");
            if (row.door == Door.PROPOSAL) {
                notices.toDeciders(group, "enrolment.came",
                        Line.of("enrolment.came", String.valueOf(row.number), person.name(), group.title()),
                        "enrol:" + row.id + ":came");
            }
            return;
        }
        Optional<EnrolmentRow> open = enrolments.open(group.id(), person.id()).or(() -> expected);
        if (open.isPresent()) {
            EnrolmentRow row = open.get();
            boolean news = row.personId == null;
            row.personId = person.id();
            row.askedChat = true;
            row.answeredChat = false;
            notices.greet(row, group, "enrolment.greet.again");
            if (news) {
                notices.card(row, group, "came");
            }
            return;
        }
        enrolments.request(group, person.id(), Door.JOIN_REQUEST, true).ifPresentOrElse(
                row -> notices.greet(row, group, "enrolment.greet"), () -> entries.tooOften(group, person));
    }

    /**
     * Somebody brings the group's code where the house alone lets people in. Whoever was proposed and accepted is in; a
     * proposal that waits for its decision is theirs from now on. Under the group's lock; empty when nobody expects them.
     */
    Optional<EnrolmentRow> brings(GroupInfo group, Person person) {
        Optional<EnrolmentRow> expected = expected(group, person, "");
        expected.ifPresent(row -> {
            boolean news = row.personId == null;
            row.personId = person.id();
            if (row.status == EnrolmentStatus.APPROVED) {
                entries.entered(group, row);
                notices.toDeciders(group, "enrolment.came",
                        Line.of("enrolment.came", String.valueOf(row.number), notices.name(row), group.title()),
                        "enrol:" + row.id + ":came");
            } else if (news) {
                notices.card(row, group, "came");
            }
        });
        return expected;
    }

    /** People are in the chat now: those who were awaited, those let in by other means, those added by hand. */
    void joined(Incoming.MembersJoined joined) {
        Optional<GroupInfo> known = roles.in(joined.chat(), joined.sender().address()).map(Membership::group);
        if (known.isEmpty()) {
            return;
        }
        GroupInfo group = known.get();
        groups.lock(group.id());
        groups.counted(group.id(), joined.people());
        Long by = joined.sender().anonymous() || joined.sender().bot()
                ? null
                : people.find(joined.sender().address()).map(Person::id).orElse(null);
        for (Sender sender : joined.members()) {
            // the service message about somebody let in names that person as the one who did it
            boolean self = joined.sender().address().equals(sender.address());
            entered(group, acted(sender), self ? null : by, !self);
        }
        entries.plan(group);
    }

    private void entered(GroupInfo group, Person person, @Nullable Long by, boolean byHand) {
        Optional<EnrolmentRow> row = expected(group, person, "");
        if (row.isPresent()) {
            EnrolmentRow found = row.get();
            found.personId = person.id();
            if (Enrolment.of(found) instanceof Enrolment.Open open) {
                outside(group, open, person, by);
            }
            entries.entered(group, found);
            return;
        }
        boolean inside = groups.member(group.id(), person.id()).filter(m -> m.holds(Role.MEMBER)).isPresent();
        if (inside || group.locked()) {
            return;
        }
        Optional<Member> decider = by == null ? Optional.empty() : enrolments.decider(group.id(), by);
        boolean byAnimator = decider.filter(member -> member.holds(Role.ANIMATOR)).isPresent();
        EnrolmentRow added = enrolments.added(group, person.id(), decider.map(Member::person).orElse(null));
        notices.toPerson(person.id(), group, "enrolment.added",
                groups.charter(group).then("enrolment.added.you", group.title())
                        .choices(Line.Choice.command("groups.accept.button",
                                "/consentir " + groups.charterVersion(group.id())),
                                Line.Choice.command("groups.refuse.button", "/nepasrelayer")),
                "enrol:" + added.id + ":added");
        if (!byAnimator) {
            notices.toDeciders(group, "enrolment.outside",
                    Line.of(byHand ? "enrolment.added.by-hand" : "enrolment.added.other-link",
                            notices.name(added), group.title()),
                    "enrol:" + added.id + ":told");
        }
    }

    /** An administrator let somebody in on the platform's own screen: nothing to prevent, but recorded and told. */
    private void outside(GroupInfo group, Enrolment.Open open, Person person, @Nullable Long by) {
        Optional<Member> decider = by == null ? Optional.empty() : enrolments.decider(group.id(), by);
        EnrolmentRow row = open.approve(decider.map(Member::person).orElse(null), clock.instant()).row();
        row.answeredChat = true;
        journal.note(group.id(), "outside", by, person.id(), String.valueOf(row.number));
        if (decider.isEmpty()) {
            notices.toDeciders(group, "enrolment.outside",
                    Line.of("enrolment.outside", String.valueOf(row.number), notices.name(row), group.title()),
                    "enrol:" + row.id + ":outside");
        }
    }

    /** The request or proposal of this person that has not led inside yet. */
    private Optional<EnrolmentRow> expected(GroupInfo group, Person person, String invitation) {
        Optional<EnrolmentRow> own = rows.findFirstByGroupIdAndPersonIdAndStatusAndEnteredAtIsNullOrderByIdDesc(
                group.id(), person.id(), EnrolmentStatus.APPROVED)
                .or(() -> enrolments.open(group.id(), person.id()));
        if (own.isPresent()) {
            return own;
        }
        List<String> subjects = enrolments.subjects(person);
        return rows.expected(group.id(), EXPECTED, subjects, invitation.isEmpty() ? "-" : invitation).stream()
                .filter(row -> row.personId == null || row.personId == person.id())
                // a link handed over for somebody known lets nobody else in
                .filter(row -> row.subjectPrint == null || subjects.contains(row.subjectPrint)).findFirst();
    }

    private Person acted(Sender sender) {
        return people.acted(sender);
    }
}
