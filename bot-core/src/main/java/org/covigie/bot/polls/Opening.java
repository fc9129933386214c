package org.covigie.bot.polls;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a poll: the platform's own where it has polls, else a text with buttons. */
@Component
class Opening {
    private static final Duration NUDGED_AFTER = Duration.ofHours(48);

    private final PollRows rows;
    private final Polls polls;
    private final Groups groups;
    private final Journal journal;
    private final Channels channels;
    private final Replies replies;
    private final Outbox outbox;
    private final Texts texts;
    private final Vault vault;
    private final Daytime daytime;
    private final InstantSource clock;

    Opening(PollRows rows, Polls polls, Groups groups, Journal journal, Channels channels, Replies replies,
            Outbox outbox, Texts texts,
            Vault vault, Daytime daytime, InstantSource clock) {
        this.rows = rows;
        this.polls = polls;
        this.groups = groups;
        this.journal = journal;
        this.channels = channels;
        this.replies = replies;
        this.outbox = outbox;
        this.texts = texts;
        this.vault = vault;
        this.daytime = daytime;
        this.clock = clock;
    }

    PollRow open(Ask ask, Wording.Good wording) {
        GroupInfo group = ask.group();
        Capabilities can = channels.of(group.chat()).capabilities();
        Ballot ballot = wording.ballot();
        Instant now = clock.instant();
        PollRow row = new PollRow();
        row.groupId = group.id();
        row.number = groups.nextNumber(group.id(), "poll");
        row.words = vault.seal(ballot.written());
        row.anonymous = wording.anonymous();
        row.several = wording.several();
        row.byPlatform = can.poll();
        row.topic = ask.inGroup() ? ask.topic() : null;
        row.status = PollRow.Status.OPEN;
        row.openedAt = now;
        row.nudgeAt = wording.anonymous() ? null : daytime.orNext(now.plus(NUDGED_AFTER));
        rows.saveAndFlush(row);
        journal.note(group.id(), "poll-opened", ask.who().id(), null, String.valueOf(row.number));
        if (can.poll()) {
            Outgoing poll = new Outgoing.Poll(group.chat(), row.topic, ballot.question(), ballot.options(),
                    row.anonymous, row.several);
            outbox.post(Post.of("poll", poll).once("poll:" + row.id).or(refused(ask, row)));
        } else {
            replies.inGroup(group, row.topic, "poll", PollTexts.open(row, ballot, can.buttons()), false,
                    "poll:" + row.id);
        }
        return row;
    }

    private Post refused(Ask ask, PollRow row) {
        return new Post(new Outgoing.Text(ask.who().address(), null, null, null,
                texts.rich(Line.of("polls.refused", String.valueOf(row.number)),
                        Languages.of(ask.who(), ask.sender().language(), ask.group())),
                List.of()), "poll.refused", false, null, true, null);
    }

    /** The poll stands in the group: from now on a reply to it and a vote in it are known. */
    void posted(long id, @Nullable String message, @Nullable String reference) {
        PollRow row = polls.byId(id).orElse(null);
        GroupInfo group = row == null ? null : groups.info(row.groupId).orElse(null);
        if (row == null || group == null || message == null) {
            return;
        }
        row.message = vault.seal(message);
        row.messagePrint = polls.print(group.chat(), message);
        row.pollPrint = reference == null ? null : polls.print(group.chat().channel(), reference);
        if (row.status != PollRow.Status.OPEN && row.byPlatform) {
            // closed before it was out
            outbox.post(Post.of("poll.end", new Outgoing.PollEnd(group.chat(), message)));
        }
    }
}
