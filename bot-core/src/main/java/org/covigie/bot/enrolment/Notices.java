package org.covigie.bot.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Role;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.groups.Member;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Profession;
import org.covigie.bot.people.Words;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What candidates, proposers and those who decide are told, each alone. */
@Component
class Notices {
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Vault vault;
    private final Dialogue dialogue;
    private final Journal journal;

    Notices(Groups groups, People people, Replies replies, Vault vault, Dialogue dialogue, Journal journal) {
        this.journal = journal;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.vault = vault;
        this.dialogue = dialogue;
    }

    /** The candidate is greeted and asked the first question that has no answer yet. */
    void greet(EnrolmentRow row, GroupInfo group, String key) {
        if (row.personId != null) {
            Line greeting = Line.of(key, group.title());
            // whoever is inside can be shown it there when the private chat is closed
            toPerson(row.personId, row.enteredAt == null ? null : group, "enrolment.greet",
                    dialogue.next(row, group).map(greeting::then).orElse(greeting), null);
        }
    }

    /** The animator and the deputies see a new request at once. */
    void card(EnrolmentRow row, GroupInfo group) {
        card(row, group, "card");
    }

    /** As {@link #card(EnrolmentRow, GroupInfo)}, once for each occasion. */
    void card(EnrolmentRow row, GroupInfo group, String occasion) {
        for (Member decider : groups.members(group.id())) {
            if (decider.holds(Role.DEPUTY)) {
                toPerson(decider.person(), group, "enrolment.card", card(row),
                        "enrol:" + row.id + ":" + occasion + ":" + decider.person());
            }
        }
    }

    /** A request as those see it who decide. */
    Line card(EnrolmentRow row) {
        Group group = groups.find(row.groupId).orElseThrow();
        String number = String.valueOf(row.number);
        Line line = Line.of("enrolment.card", number, name(row), group.title()).then("enrolment.card.door." + row.door);
        if (row.proposerId != null) {
            line = line.then("enrolment.card.proposer", name(row.proposerId));
        }
        if (row.personId != null) {
            Optional<Instant> removed = journal.removed(row.groupId, row.personId);
            line = removed.isPresent() ? line.then("enrolment.card.removed", removed.get()) : line;
        }
        line = line.then(answers(row));
        line = line.then("enrolment.card.places", group.taken(), group.limit());
        if (row.status == EnrolmentStatus.WAITING_LIST) {
            line = line.then("enrolment.card.waiting");
        }
        line = line.choices(Line.Choice.command("enrolment.approve.button", "/accepter " + number),
                Line.Choice.command("enrolment.decline.button", "/refuser " + number));
        return elsewhere(line, row, group);
    }

    /** The same with what may be done with a request besides accepting or declining it. */
    Line elsewhere(Line about, EnrolmentRow row, Group group) {
        String number = String.valueOf(row.number);
        Line line = about;
        if (row.status == EnrolmentStatus.REQUESTED) {
            line = line.choices(Line.Choice.command("enrolment.wait.button", "/attente " + number));
        }
        for (Group local : related(group, row)) {
            line = line.choices(Line.Choice.command("enrolment.refer.button", "/orienter " + number + " " + local.id(),
                    shortened(local.title())));
        }
        return line;
    }

    /** Groups of the same family with room, those meant for others left out. */
    private List<Group> related(Group group, EnrolmentRow row) {
        // whoever was sent here is not sent on and on
        return row.door == Door.REFERRED
                ? List.of()
                : groups.family(group.id()).stream()
                        .filter(other -> other.id() != group.id() && other.taken() < other.limit())
                        .filter(other -> fits(other.takesProfession(), row.profession)
                                && fits(other.takesDepartment(), row.department))
                        .limit(6).toList();
    }

    private static boolean fits(@Nullable String takes, @Nullable String has) {
        return takes == null || has == null || takes.equals(has);
    }

    private Line answers(EnrolmentRow row) {
        Line profession = row.profession == null
                ? Line.of("enrolment.card.missing")
                : Line.of("enrolment.card.value", Profession.of(row.profession).orElse(Profession.OTHER));
        Line department = row.department == null
                ? Line.of("enrolment.card.missing")
                : Line.of("enrolment.card.value", row.department);
        Line line = Line.of("enrolment.card.answers", profession, department);
        if (row.rppsPrint != null) {
            line = line.then("enrolment.card.rpps");
        }
        return line.then(row.charterVersion == null
                ? "enrolment.card.charter.pending"
                : Boolean.TRUE.equals(row.relay) ? "enrolment.card.charter.given" : "enrolment.card.charter.refused");
    }

    /** How the candidate is called: the name shown, or what the proposer wrote. */
    Words name(EnrolmentRow row) {
        Words name = row.personId == null ? Words.NONE : people.byId(row.personId).map(Person::name).orElse(Words.NONE);
        if (name.isEmpty() && row.label != null) {
            return new Words(vault.openText(row.label));
        }
        return name.isEmpty() ? new Words("?") : name;
    }

    Words name(@Nullable Long person) {
        return person == null
                ? new Words("?")
                : people.byId(person).map(Person::name).filter(n -> !n.isEmpty()).orElse(new Words("?"));
    }

    void toPerson(@Nullable Long person, @Nullable GroupInfo group, String kind, Line line, @Nullable String once) {
        if (person != null) {
            people.byId(person).ifPresent(reader -> replies.privately(reader, group, null, kind, line,
                    Languages.of(reader, null, group), true, once));
        }
    }

    void toDeciders(GroupInfo group, String kind, Line line, @Nullable String once) {
        groups.animator(group.id()).ifPresent(animator -> toPerson(animator.person(), group, kind, line, once));
    }

    private static String shortened(String title) {
        return title.length() <= 30 ? title : title.substring(0, 29) + "…";
    }
}
