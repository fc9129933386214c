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

    /** The same with its choices as numbered lines; null where there are none, or they are already. */
    @Nullable
    Letter inNumbers() {
        return outgoing instanceof Outgoing.Text text && !text.numbered() && !Choices.of(text.rows()).isEmpty()
                ? new Letter(text.inNumbers(), otherwise, opening, variables, continued)
                : null;
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
            case Outgoing.Pin pin -> false;
            case Outgoing.Media media -> true;
            case Outgoing.Opener opener -> true;
        };
    }
}
