package org.covigie.bot.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a post: what goes out, and what goes out instead when it is refused.
 *
 * @param opening   by which approved text the conversation may be opened when the window is shut
 * @param variables what stands in that text
 * @param continued whether another part of the same text goes before it
 */
record Letter(Outgoing outgoing, @Nullable Post otherwise, @Nullable Opening opening, List<String> variables,
        boolean continued) {
    Letter {
        // what an older instance wrote has none
        variables = variables == null ? List.of() : variables;
    }

    /** One part of a post, counted from 1. */
    static Letter part(Post post, Outgoing part, int number) {
        return new Letter(part, number == 1 ? post.otherwise() : null, post.opening(), post.variables(), number > 1);
    }

    /** An approved text by itself. */
    static Letter of(Outgoing.Opener opener) {
        return new Letter(opener, null, null, List.of(), false);
    }

    /** The same thing to another address. */
    static Outgoing readdressed(Outgoing outgoing, org.covigie.bot.people.Address to) {
        return switch (outgoing) {
            case Outgoing.Text t -> new Outgoing.Text(to, t.topic(), t.replyTo(), t.onlyFor(), t.text(), t.rows());
            case Outgoing.Edit e -> new Outgoing.Edit(to, e.message(), e.text(), e.rows());
            case Outgoing.Reaction r -> new Outgoing.Reaction(to, r.message(), r.emoji());
            case Outgoing.PressAnswer p -> new Outgoing.PressAnswer(to, p.press(), p.text(), p.alert());
            case Outgoing.File f ->
                new Outgoing.File(to, f.topic(), f.picture(), f.name(), f.bytes(), f.caption(), f.rows());
            case Outgoing.Forward f -> new Outgoing.Forward(to, f.from(), f.message());
            case Outgoing.Poll p ->
                new Outgoing.Poll(to, p.topic(), p.question(), p.options(), p.anonymous(), p.several());
            case Outgoing.PollEnd p -> new Outgoing.PollEnd(to, p.message());
            case Outgoing.Invitation i -> new Outgoing.Invitation(to, i.name(), i.expires());
            case Outgoing.InvitationEnd i -> new Outgoing.InvitationEnd(to, i.link());
            case Outgoing.Admission a -> new Outgoing.Admission(to, a.person(), a.admitted());
            case Outgoing.Removal r -> new Outgoing.Removal(to, r.person(), r.removed());
            case Outgoing.Deletion d -> new Outgoing.Deletion(to, d.message());
            case Outgoing.Media m -> new Outgoing.Media(to, m.attachment(), m.caption());
            case Outgoing.Opener o -> new Outgoing.Opener(to, o.opening(), o.variables());
        };
    }

    /** Whether it counts as a message to its chat. */
    static boolean paced(Outgoing outgoing) {
        return says(outgoing);
    }

    /** Whether sending it twice does no harm. */
    static boolean repeatable(Outgoing outgoing) {
        return !says(outgoing);
    }

    private static boolean says(Outgoing outgoing) {
        return switch (outgoing) {
            case Outgoing.Text text -> true;
            case Outgoing.File file -> true;
            case Outgoing.Forward forward -> true;
            case Outgoing.Poll poll -> true;
            case Outgoing.Edit edit -> false;
            case Outgoing.Reaction reaction -> false;
            case Outgoing.PressAnswer press -> false;
            case Outgoing.PollEnd end -> false;
            // a second link by the same name does no harm: only the one that is told is used
            case Outgoing.Invitation invitation -> false;
            case Outgoing.InvitationEnd end -> false;
            case Outgoing.Admission admission -> false;
            case Outgoing.Removal removal -> false;
            case Outgoing.Deletion deletion -> false;
            case Outgoing.Media media -> true;
            case Outgoing.Opener opener -> true;
        };
    }
}
