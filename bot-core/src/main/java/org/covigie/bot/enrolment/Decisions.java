package org.covigie.bot.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is decided about a request, by the animator or a deputy. Decisions in one group follow one another: each holds the
 * group's lock, so two deputies at once cannot both win and the limit is never passed.
 */
@Service
@Transactional
class Decisions {
    private static final Duration ONCE_MORE = Duration.ofMinutes(1);

    private final EnrolmentRows rows;
    private final Enrolments enrolments;
    private final Groups groups;
    private final Journal journal;
    private final Notices notices;
    private final People people;
    private final Entries entries;
    private final Cards cards;
    private final Channels channels;
    private final Invitations invitations;
    private final Outbox outbox;
    private final Texts texts;
    private final InstantSource clock;

    Decisions(EnrolmentRows rows, Enrolments enrolments, Groups groups, Journal journal, Notices notices, People people,
            Entries entries, Cards cards, Channels channels, Invitations invitations, Outbox outbox, Texts texts,
            InstantSource clock) {
        this.rows = rows;
        this.enrolments = enrolments;
        this.groups = groups;
        this.journal = journal;
        this.notices = notices;
        this.people = people;
        this.entries = entries;
        this.cards = cards;
        this.channels = channels;
        this.invitations = invitations;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    /** Lets the candidate in if there is room, and says what came of it. */
    Line approve(GroupInfo group, Person by, int number) {
        return judged(group, by, number, open -> {
            Group now = groups.find(group.id()).orElseThrow();
            int taken = enrolments.taken(now);
            if (taken >= now.limit()) {
                return full(open.row(), now, taken);
            }
            EnrolmentRow row = open.approve(by.id(), clock.instant()).row();
            journal.note(group.id(), "approved", by.id(), row.personId, String.valueOf(number));
            letIn(group, row, by);
            ended(row, by);
            return Line.of("enrolment.approved." + how(group, row), String.valueOf(number), notices.name(row));
        }, row -> again(group, row, by));
    }

    /** How somebody comes in now. */
    private String how(GroupInfo group, EnrolmentRow row) {
        if (row.enteredAt != null && entries.companion(group)) {
            return row.charterVersion == null ? "charter" : "handed";
        }
        return row.askedChat || row.enteredAt != null ? "in" : row.personId == null ? "proposal" : "link";
    }

    /** The platform may have refused for want of a right that the bot has been given since; the place is still reserved. */
    private Optional<Line> again(GroupInfo group, EnrolmentRow row, Person by) {
        Instant now = clock.instant();
        if (Objects.equals(row.decidedBy, by.id()) && row.decidedAt != null
                && row.decidedAt.plus(ONCE_MORE).isAfter(now)) {
            // pressed twice: the answer stays what it was
            return Optional.of(Line.of("enrolment.approved.before", String.valueOf(row.number), notices.name(row)));
        }
        if (row.enteredAt != null || row.decidedAt == null || row.decidedAt.plus(ONCE_MORE).isAfter(now)) {
            return Optional.empty();
        }
        row.answeredChat = false;
        if (row.invitation == null || row.askedChat) {
            letIn(group, row, by);
        } else {
            entries.link(row);
        }
        return Optional.of(Line.of("enrolment.again", String.valueOf(row.number), notices.name(row)));
    }

    private Line full(EnrolmentRow row, Group group, int taken) {
        return notices.elsewhere(Line.of("enrolment.full", taken, group.limit()), row, group);
    }

    private void letIn(GroupInfo group, EnrolmentRow row, Person by) {
        Channel channel = channels.of(group.chat());
        if (!channel.capabilities().invitations()) {
            if (row.personId == null) {
                passedOn(group, row, by);
            } else {
                entries.entered(group, row);
            }
        } else if (row.askedChat && row.personId != null) {
            entries.welcome(group, row, by);
        } else {
            Instant until = clock.instant().plus(Enrolments.OPEN_FOR);
            Outgoing link = new Outgoing.Invitation(group.chat(),
                    texts.plain("enrolment.invitation.for", group.language(), String.valueOf(row.number)), until);
            outbox.post(Post.of("enrolment.link", link).once(Entries.key(Entries.LINK, row, clock.instant()))
                    .or(entries.noRight(group, by)));
        }
    }

    /** No link for one person alone there: whoever proposed them passes the group's code on, and they are recognised. */
    private void passedOn(GroupInfo group, EnrolmentRow row, Person by) {
        Invitations.Way way = invitations.code(group, by);
        Instant reserved = clock.instant().plus(Enrolments.OPEN_FOR);
        Line line = Line.of("enrolment.proposer.code", notices.name(row), group.title(),
                way.until().isBefore(reserved) ? way.until() : reserved);
        line = way.link() == null
                ? line.then("enrolment.proposer.code.words", way.code())
                : line.then("enrolment.proposer.code.link", way.link(), way.code());
        notices.toPerson(row.proposerId == null ? by.id() : row.proposerId, group, "enrolment.link", line, null);
    }

    /** Turns the candidate down; the reason reaches the candidate and is kept nowhere. */
    Line decline(GroupInfo group, Person by, int number, String reason) {
        return judged(group, by, number, open -> {
            EnrolmentRow row = open.decline(by.id(), clock.instant()).row();
            journal.note(group.id(), "declined", by.id(), row.personId, String.valueOf(number));
            Line line = Line.of("enrolment.candidate.declined", group.title());
            entries.turnedDown(group, row, reason.isBlank()
                    ? line
                    : line.then("enrolment.candidate.reason", new Words(reason.strip())));
            notices.toPerson(row.proposerId, group, "enrolment.decided",
                    Line.of("enrolment.proposer.declined", notices.name(row)), null);
            ended(row, by);
            return Line.of("enrolment.declined", String.valueOf(number), notices.name(row));
        });
    }

    /** Puts the candidate on the waiting list. */
    Line queue(GroupInfo group, Person by, int number) {
        return judged(group, by, number, open -> switch (open) {
            case Enrolment.Waiting waiting -> Line.of("enrolment.waiting.already", String.valueOf(number));
            case Enrolment.Requested requested -> {
                EnrolmentRow row = requested.queue().row();
                journal.note(group.id(), "waiting", by.id(), row.personId, String.valueOf(number));
                notices.toPerson(row.personId, null, "enrolment.decided",
                        Line.of("enrolment.candidate.waiting", group.title()), null);
                cards.completed(row, group);
                yield Line.of("enrolment.waiting", String.valueOf(number), notices.name(row));
            }
        });
    }

    /** Sends the candidate to a group of the same family, whose own animator decides. */
    Line refer(GroupInfo group, Person by, int number, String to) {
        List<Group> family = groups.family(group.id()).stream().filter(other -> other.id() != group.id()).toList();
        Optional<Group> local = family.stream().filter(other -> String.valueOf(other.id()).equals(to.strip())
                || other.title().equalsIgnoreCase(to.strip())).findFirst();
        if (local.isEmpty()) {
            Line line = Line.of(family.isEmpty() ? "enrolment.refer.none" : "enrolment.refer.which");
            for (Group other : family.stream().limit(8).toList()) {
                line = line.choices(Line.Choice.command("enrolment.refer.button",
                        "/orienter " + number + " " + other.id(), other.title()));
            }
            return line;
        }
        GroupInfo there = groups.info(local.get().id()).orElseThrow();
        return judged(group, by, number, open -> {
            EnrolmentRow row = open.decline(by.id(), clock.instant()).row();
            journal.note(group.id(), "referred", by.id(), row.personId, String.valueOf(number));
            entries.turnedDown(group, row, Line.of("enrolment.candidate.referred", group.title(), there.title()));
            enrolments.refer(row, there);
            ended(row, by);
            return Line.of("enrolment.referred", String.valueOf(number), notices.name(row), there.title());
        });
    }

    /** Everybody who saw the request sees how it ended, and by whom. */
    private void ended(EnrolmentRow row, Person by) {
        cards.ended(row, Line.of("enrolment.ended." + row.status, String.valueOf(row.number), notices.name(row),
                by.name().isEmpty() ? new Words("?") : by.name()));
    }

    /** Under the group's lock; a request that is decided already is left as it is. */
    private Line judged(GroupInfo group, Person by, int number, Function<Enrolment.Open, Line> decide) {
        return judged(group, by, number, decide, row -> Optional.empty());
    }

    private Line judged(GroupInfo group, Person by, int number, Function<Enrolment.Open, Line> decide,
            Function<EnrolmentRow, Optional<Line>> again) {
        groups.lock(group.id());
        Optional<EnrolmentRow> row = rows.findByGroupIdAndNumber(group.id(), number);
        if (row.isEmpty()) {
            journal.note(group.id(), "stale", by.id(), null, String.valueOf(number));
            return Line.of("enrolment.missing", String.valueOf(number));
        }
        return switch (Enrolment.of(row.get())) {
            case Enrolment.Open open -> decide.apply(open);
            case Enrolment.Approved approved -> again.apply(approved.row())
                    .orElseGet(() -> already(group, by, approved.row()));
            case Enrolment.Declined declined -> already(group, by, declined.row());
            case Enrolment.Expired expired -> already(group, by, expired.row());
        };
    }

    private Line already(GroupInfo group, Person by, EnrolmentRow row) {
        journal.note(group.id(), "stale", by.id(), row.personId, String.valueOf(row.number));
        return row.decidedBy == null
                ? Line.of("enrolment.already." + row.status, String.valueOf(row.number), row.decidedAt)
                : Line.of("enrolment.already.by." + row.status, String.valueOf(row.number), row.decidedAt,
                        notices.name(row.decidedBy));
    }
}
