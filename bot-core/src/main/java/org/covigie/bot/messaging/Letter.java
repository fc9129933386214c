package org.covigie.bot.messaging;

import org.jspecify.annotations.Nullable;

/** What is sealed of a post: what goes out, and what goes out instead when it is refused. */
record Letter(Outgoing outgoing, @Nullable Post otherwise) {
    /** The same thing to another address. */
    static Outgoing readdressed(Outgoing outgoing, org.covigie.bot.people.Address to) {
        return switch (outgoing) {
            case Outgoing.Text t -> new Outgoing.Text(to, t.topic(), t.replyTo(), t.onlyFor(), t.text(), t.rows());
            case Outgoing.Edit e -> new Outgoing.Edit(to, e.message(), e.text(), e.rows());
            case Outgoing.Reaction r -> new Outgoing.Reaction(to, r.message(), r.emoji());
            case Outgoing.PressAnswer p -> new Outgoing.PressAnswer(to, p.press(), p.text(), p.alert());
        };
    }

    /** Whether it counts as a message to its chat. */
    static boolean paced(Outgoing outgoing) {
        return outgoing instanceof Outgoing.Text;
    }

    /** Whether sending it twice does no harm. */
    static boolean repeatable(Outgoing outgoing) {
        return !(outgoing instanceof Outgoing.Text);
    }
}
