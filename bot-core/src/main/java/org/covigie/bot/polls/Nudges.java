package org.covigie.bot.polls;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Quote;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Role;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;

/**
 * Reminds members who have not voted: in private, each at most once a poll, never at night. The animator is not reminded of a
 * poll of the own group.
 */
@Component
class Nudges {
    private final Polls polls;
    private final Votes votes;
    private final Groups groups;
    private final People people;
    private final Channels channels;
    private final Replies replies;
    private final Daytime daytime;
    private final InstantSource clock;

    Nudges(Polls polls, Votes votes, Groups groups, People people, Channels channels, Replies replies, Daytime daytime,
            InstantSource clock) {
        this.polls = polls;
        this.votes = votes;
        this.groups = groups;
        this.people = people;
        this.channels = channels;
        this.replies = replies;
        this.daytime = daytime;
        this.clock = clock;
    }

    /** The animator asks for it: now by day, else the next morning. The answer says what became of it. */
    Line asked(GroupInfo group, PollRow row) {
        String number = String.valueOf(row.number);
        if (row.status != PollRow.Status.OPEN) {
            return Line.of("polls.close.already", number);
        }
        if (row.anonymous) {
            return Line.of("polls.nudge.anonymous", number);
        }
        Instant now = clock.instant();
        Instant then = daytime.orNext(now);
        if (then.isAfter(now)) {
            row.askedNudgeAt = then;
            return Line.of("polls.nudge.put-off", number, then);
        }
        return told(row, send(group, row));
    }

    /** It is time for what was put off, or for the reminder that comes by itself; harmless when repeated. */
    void due(long id) {
        PollRow row = polls.byId(id).orElse(null);
        Instant now = clock.instant();
        if (row == null || row.status != PollRow.Status.OPEN || row.anonymous || !daytime.is(now)) {
            return;
        }
        boolean asked = row.askedNudgeAt != null && !row.askedNudgeAt.isAfter(now);
        boolean byItself = row.nudgeAt != null && !row.nudgeAt.isAfter(now);
        row.askedNudgeAt = asked ? null : row.askedNudgeAt;
        row.nudgeAt = byItself ? null : row.nudgeAt;
        GroupInfo group = groups.info(row.groupId).orElse(null);
        if (!(asked || byItself) || group == null || groups.find(group.id()).filter(Group::gone).isPresent()) {
            return;
        }
        Sent sent = send(group, row);
        if (asked || sent.reminded() > 0) {
            groups.animator(group.id()).flatMap(member -> people.byId(member.person()))
                    .ifPresent(person -> replies.privately(person, group, null, "poll.nudged", told(row, sent),
                            Languages.of(person, null, group), false, null));
        }
    }

    private record Sent(int reminded, int unreachable) {}

    private static Line told(PollRow row, Sent sent) {
        String number = String.valueOf(row.number);
        if (sent.reminded() == 0 && sent.unreachable() == 0) {
            return Line.of("polls.nudge.nobody", number);
        }
        Line line = Line.of("polls.nudge.done", number, sent.reminded());
        return sent.unreachable() == 0 ? line : line.then("polls.nudge.unreachable", sent.unreachable());
    }

    private Sent send(GroupInfo group, PollRow row) {
        Set<Long> done = new HashSet<>(votes.voters(row.id));
        done.addAll(votes.nudged(row.id));
        List<Person> silent = groups.members(group.id()).stream()
                .filter(member -> !member.holds(Role.ANIMATOR) && !done.contains(member.person()))
                .map(Member::person).flatMap(id -> people.byId(id).stream()).toList();
        Ballot ballot = polls.ballot(row);
        Line line = line(group, row, ballot);
        int reminded = 0;
        for (Person person : silent) {
            if (person.privateOpen()) {
                votes.nudge(row.id, person.id());
                replies.privately(person, group, null, "poll.nudge", line, Languages.of(person, null, group), false,
                        "poll-nudge:" + row.id + ":" + person.id());
                reminded++;
            }
        }
        return new Sent(reminded, silent.size() - reminded);
    }

    private Line line(GroupInfo group, PollRow row, Ballot ballot) {
        Line line = Line.of("polls.nudge", group.title());
        line = row.byPlatform
                ? line.then("polls.text.question", new Quote(ballot.question()))
                : line.then(PollTexts.open(row, ballot, channels.of(group.chat()).capabilities().buttons()));
        String link = polls.link(row, group);
        return link == null ? line : line.choices(Line.Choice.link("polls.button.open", link));
    }
}
