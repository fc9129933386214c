package org.covigie.bot.messaging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits an outgoing thing to what its channel takes in one call. */
final class Parts {
    private static final int MOST_CAPTION = 1024;
    /** Fewer characters than that are no text to stand above a list. */
    private static final int LEAST = 100;

    private Parts() {}

    /** In the order of sending; the thing itself when it fits or when nothing is known of the channel. */
    static List<Outgoing> of(Outgoing outgoing, @Nullable Capabilities channel) {
        if (channel == null) {
            return List.of(outgoing);
        }
        return switch (outgoing) {
            case Outgoing.Text text -> texts(text, channel);
            // what cannot be changed where it stands is left: whoever wants it said anew posts that
            case Outgoing.Edit edit when !channel.live() -> List.of();
            case Outgoing.PressAnswer answer when !channel.live() -> List.of();
            case Outgoing.Edit edit -> List.of(new Outgoing.Edit(edit.to(), edit.message(),
                    Scissors.shorten(edit.text(), channel.maxText()), edit.rows()));
            case Outgoing.Reaction reaction -> List.of(reaction);
            case Outgoing.PressAnswer answer -> List.of(answer);
            case Outgoing.File file -> List.of(new Outgoing.File(file.to(), file.topic(), file.picture(), file.name(),
                    file.bytes(), Scissors.shorten(file.caption(), MOST_CAPTION), file.rows()));
            case Outgoing.Forward forward -> List.of(forward);
            case Outgoing.Poll poll -> List.of(poll);
            case Outgoing.PollEnd end -> List.of(end);
            case Outgoing.Invitation invitation -> List.of(invitation);
            case Outgoing.InvitationEnd end -> List.of(end);
            case Outgoing.Admission admission -> List.of(admission);
            case Outgoing.Removal removal -> List.of(removal);
            case Outgoing.Deletion deletion -> List.of(deletion);
            case Outgoing.Pin pin -> List.of(pin);
            case Outgoing.Media media -> List.of(new Outgoing.Media(media.to(), media.attachment(),
                    Scissors.shorten(media.caption(), channel.maxText())));
            case Outgoing.Opener opener -> List.of(opener);
        };
    }

    private static List<Outgoing> texts(Outgoing.Text text, Capabilities channel) {
        List<Rich> cut = cut(text, channel);
        List<Outgoing> parts = new ArrayList<>();
        for (Rich part : cut) {
            boolean first = parts.isEmpty();
            boolean last = parts.size() == cut.size() - 1;
            parts.add(new Outgoing.Text(text.to(), text.topic(), first ? text.replyTo() : null, text.onlyFor(), part,
                    last ? text.rows() : List.of(), text.numbered()));
        }
        return parts;
    }

    /** Where buttons may have to be written as lines, the last part leaves room for them; they may be a part by themselves. */
    private static List<Rich> cut(Outgoing.Text text, Capabilities channel) {
        int max = channel.maxText();
        List<Rich> cut = Scissors.cut(text.text(), max);
        int room = channel.hosted() ? Choices.room(text.rows()) : 0;
        Rich last = cut.getLast();
        if (room == 0 || last.text().length() + room <= max) {
            return cut;
        }
        List<Rich> parts = new ArrayList<>(cut.subList(0, cut.size() - 1));
        if (max - room < LEAST) {
            parts.add(last);
            parts.add(Rich.plain(""));
        } else {
            parts.addAll(Scissors.cut(last, max - room));
        }
        return parts;
    }
}
