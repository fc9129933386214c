package org.covigie.bot.polls;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.people.Address;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds polls and opens what is sealed of them; whoever gets a row from here holds its lock until the transaction ends. */
@Component
class Polls {
    private static final int MOST_BUTTONS = 8;

    private final PollRows rows;
    private final Channels channels;
    private final Vault vault;

    Polls(PollRows rows, Channels channels, Vault vault) {
        this.rows = rows;
        this.channels = channels;
        this.vault = vault;
    }

    /** The poll a command speaks of, or the sentence that asks which one. */
    sealed interface Meant {}

    record Found(PollRow row) implements Meant {}

    record Unclear(Line why) implements Meant {}

    /** By its number, by the message replied to, or the only one that is open. */
    Meant meant(Ask ask, Command command) {
        long group = ask.group().id();
        String word = ask.args().strip();
        if (!word.isEmpty()) {
            return word.matches("\\d{1,6}")
                    ? numbered(group, Integer.parseInt(word)).<Meant>map(Found::new)
                            .orElseGet(() -> new Unclear(Line.of("polls.no-number", word)))
                    : new Unclear(Line.of("polls.by-number", command));
        }
        if (ask.replyTo() != null) {
            return rows.of(group, print(ask.group().chat(), ask.reply().message())).flatMap(rows::lock)
                    .<Meant>map(Found::new).orElseGet(() -> new Unclear(Line.of("polls.not-a-poll", command)));
        }
        List<Integer> open = rows.open(group);
        if (open.isEmpty()) {
            return new Unclear(Line.of("polls.none-open"));
        }
        if (open.size() == 1) {
            return numbered(group, open.getFirst()).<Meant>map(Found::new)
                    .orElseGet(() -> new Unclear(Line.of("polls.none-open")));
        }
        return new Unclear(which(command, group, open));
    }

    private Line which(Command command, long group, List<Integer> open) {
        Line line = Line.of("polls.which");
        for (Integer number : open.subList(Math.max(0, open.size() - MOST_BUTTONS), open.size())) {
            String question = rows.numbered(group, number).flatMap(rows::findById).map(row -> ballot(row).question())
                    .orElse("");
            line = line.choices(Line.Choice.command("polls.button.which", "/" + command.words().getFirst() + " "
                    + number, String.valueOf(number), shortened(question, 30)));
        }
        return line;
    }

    Optional<PollRow> numbered(long group, int number) {
        return rows.numbered(group, number).flatMap(rows::lock);
    }

    Optional<PollRow> byId(long id) {
        return rows.lock(id);
    }

    Ballot ballot(PollRow row) {
        return Ballot.read(vault.openText(row.words));
    }

    /** The platform's id of the message that carries it, once it has been sent. */
    @Nullable
    String message(PollRow row) {
        return row.message == null ? null : vault.openText(row.message);
    }

    /** The link to its message, where the channel gives one. */
    @Nullable
    String link(PollRow row, GroupInfo group) {
        String message = message(row);
        return message == null ? null : channels.of(group.chat()).messageLink(group.chat(), message);
    }

    /** What leads from a message to its poll. */
    String print(Address chat, String message) {
        return vault.fingerprint(chat.key() + "/poll/" + message);
    }

    /** What leads from the platform's own id to a poll. */
    String print(String channel, String poll) {
        return vault.fingerprint(channel + "/poll-id/" + poll);
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }
}
