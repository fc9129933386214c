package org.covigie.bot.polls;

import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes a poll and counts it, or has the platform close and count it. */
@Component
class Closing {
    private final Polls polls;
    private final Votes votes;
    private final Results results;
    private final Groups groups;
    private final Journal journal;
    private final Outbox outbox;
    private final Texts texts;
    private final InstantSource clock;

    Closing(Polls polls, Votes votes, Results results, Groups groups, Journal journal, Outbox outbox, Texts texts,
            InstantSource clock) {
        this.polls = polls;
        this.votes = votes;
        this.results = results;
        this.groups = groups;
        this.journal = journal;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The sentence that says what becomes of it.
     *
     * @param by the person who closes it
     */
    String close(GroupInfo group, PollRow row, long by) {
        return switch (Poll.of(row)) {
            case Poll.Open open -> {
                journal.note(group.id(), "poll-closed", by, null, String.valueOf(row.number));
                yield close(group, open);
            }
            case Poll.Closing closing -> "polls.close.already";
            case Poll.Closed closed -> "polls.close.already";
        };
    }

    private String close(GroupInfo group, Poll.Open open) {
        PollRow row = open.row();
        String message = polls.message(row);
        if (message == null && row.byPlatform) {
            // refused by the platform, or still on its way: then it is closed as soon as it is out
            open.closed(null, clock.instant());
            votes.forgetPrints(row.id);
            return "polls.close.never-out";
        }
        if (message != null && row.byPlatform) {
            open.closing(clock.instant());
            outbox.post(Post.of("poll.end", new Outgoing.PollEnd(group.chat(), message)).once("poll-end:" + row.id));
            return "polls.close.done";
        }
        Ballot ballot = polls.ballot(row);
        Tally tally = Tally.of(ballot.options().size(), votes.all(row.id));
        open.closed(tally, clock.instant());
        votes.forgetPrints(row.id);
        if (message != null) {
            outbox.post(Post.of("poll.closed", new Outgoing.Edit(group.chat(), message, texts
                    .rich(PollTexts.asked(row, ballot).then("polls.text.closed"), group.language()), List.of())));
        }
        results.publish(group, row, ballot, tally);
        return "polls.close.done";
    }

    /** The platform has closed it; null when it did not tell the counts, then our own are taken. */
    void ended(long id, @Nullable String reference) {
        polls.byId(id).map(Poll::of).ifPresent(poll -> {
            if (poll instanceof Poll.Closing closing) {
                settle(closing, reference);
            }
        });
    }

    private void settle(Poll.Closing closing, @Nullable String reference) {
        PollRow row = closing.row();
        Ballot ballot = polls.ballot(row);
        int options = ballot.options().size();
        Tally told = reference == null ? null : Tally.read(reference, options).orElse(null);
        // of an anonymous poll no votes arrive: without the platform's counts there are none
        Tally tally = told != null || row.anonymous ? told : Tally.of(options, votes.all(row.id));
        closing.closed(tally);
        groups.info(row.groupId).ifPresent(group -> {
            if (tally == null) {
                results.unknown(group, row, ballot);
            } else {
                results.publish(group, row, ballot, tally);
            }
        });
    }
}
