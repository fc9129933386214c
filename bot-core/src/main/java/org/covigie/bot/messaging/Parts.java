package org.covigie.bot.messaging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits an outgoing thing to what its channel takes in one call. */
final class Parts {
    private Parts() {}

    /** In the order of sending; the thing itself when it fits or when nothing is known of the channel. */
    static List<Outgoing> of(Outgoing outgoing, @Nullable Capabilities channel) {
        if (channel == null) {
            return List.of(outgoing);
        }
        return switch (outgoing) {
            case Outgoing.Text text -> texts(text, channel.maxText());
            case Outgoing.Edit edit -> List.of(new Outgoing.Edit(edit.to(), edit.message(),
                    Scissors.shorten(edit.text(), channel.maxText()), edit.rows()));
            case Outgoing.Reaction reaction -> List.of(reaction);
            case Outgoing.PressAnswer answer -> List.of(answer);
        };
    }

    private static List<Outgoing> texts(Outgoing.Text text, int max) {
        List<Rich> cut = Scissors.cut(text.text(), max);
        List<Outgoing> parts = new ArrayList<>();
        for (Rich part : cut) {
            boolean first = parts.isEmpty();
            boolean last = parts.size() == cut.size() - 1;
            parts.add(new Outgoing.Text(text.to(), text.topic(), first ? text.replyTo() : null, text.onlyFor(), part,
                    last ? text.rows() : List.of()));
        }
        return parts;
    }
}
