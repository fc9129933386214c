package org.covigie.bot.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.charts.Chart;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Quote;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Component;

/** Tells the group what came of a poll, and offers the result to its correspondents as a draft: counts, never names. */
@Component
class Results {
    /** The longest caption that is not cut, as {@link Outgoing.File} says. */
    private static final int LONGEST_CAPTION = 1024;

    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Outbox outbox;
    private final Texts texts;

    Results(Groups groups, People people, Replies replies, Outbox outbox, Texts texts) {
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.outbox = outbox;
        this.texts = texts;
    }

    void publish(GroupInfo group, PollRow row, Ballot ballot, Tally tally) {
        String number = String.valueOf(row.number);
        Line title = Line.of("polls.result.title", number);
        Rich whole = texts.rich(title.then(body(group, ballot, tally)), group.language());
        Post asText = text(group, row, whole);
        Optional<byte[]> chart = chart(group, ballot, tally);
        if (chart.isEmpty()) {
            outbox.post(asText.once("poll-result:" + row.id));
        } else if (whole.text().length() <= LONGEST_CAPTION) {
            // where pictures are not allowed the words come alone
            outbox.post(picture(group, row, chart.get(), whole).once("poll-result:" + row.id).or(asText));
        } else {
            outbox.post(asText.once("poll-result:" + row.id));
            outbox.post(picture(group, row, chart.get(), texts.rich(title, group.language()))
                    .once("poll-chart:" + row.id));
        }
        if (!group.support()) {
            offer(group, row);
        }
    }

    /** It is closed, and nobody told how the votes stand. */
    void unknown(GroupInfo group, PollRow row, Ballot ballot) {
        outbox.post(text(group, row, texts.rich(Line.of("polls.result.unknown", String.valueOf(row.number))
                .then("polls.text.question", new Quote(ballot.question())), group.language()))
                .once("poll-result:" + row.id));
    }

    /** The result as a text that can stand alone. */
    Words words(GroupInfo group, Ballot ballot, Tally tally) {
        return new Words(texts.rich(body(group, ballot, tally), group.language()).text());
    }

    private Line body(GroupInfo group, Ballot ballot, Tally tally) {
        Line line = Line.of("polls.text.question", new Quote(ballot.question()));
        for (int i = 0; i < ballot.options().size(); i++) {
            line = line.then("polls.result.option", ballot.options().get(i), tally.counts().get(i), tally.percent(i));
        }
        return line.then(voters(group, tally));
    }

    private Line voters(GroupInfo group, Tally tally) {
        int members = groups.find(group.id()).map(Group::taken).orElse(0);
        // the platform may count people the house does not know
        return members < tally.voters()
                ? Line.of("polls.result.voters", tally.voters())
                : Line.of("polls.result.voters.of", tally.voters(), members);
    }

    private Optional<byte[]> chart(GroupInfo group, Ballot ballot, Tally tally) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < ballot.options().size(); i++) {
            bars.add(new Chart.Bar(ballot.options().get(i), tally.percent(i), texts.plain("polls.chart.value",
                    group.language(), tally.counts().get(i), tally.percent(i))));
        }
        return Chart.draw(ballot.question(), bars, texts.rich(voters(group, tally), group.language()).text());
    }

    private static Post text(GroupInfo group, PollRow row, Rich words) {
        return Post.of("poll.result", new Outgoing.Text(group.chat(), row.topic, null, null, words, List.of()));
    }

    private static Post picture(GroupInfo group, PollRow row, byte[] chart, Rich caption) {
        return Post.of("poll.result", new Outgoing.File(group.chat(), row.topic, true,
                "poll-" + row.number + ".png", chart, caption, List.of()));
    }

    private void offer(GroupInfo group, PollRow row) {
        String command = "/sondagebrouillon " + row.number + " ";
        Line line = Line.of("polls.offer", String.valueOf(row.number), group.title()).choices(
                Line.Choice.command("polls.button.problem", command + "p"),
                Line.Choice.command("polls.button.solution", command + "s"),
                Line.Choice.command("polls.button.signal", command + "f"));
        for (Member correspondent : groups.correspondents(group.id())) {
            people.byId(correspondent.person())
                    .ifPresent(person -> replies.privately(person, group, null, "poll.offer", line,
                            Languages.of(person, null, group), false, "poll-offer:" + row.id + ":" + person.id()));
        }
    }
}
