package org.covigie.bot.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outgoing thing with what the outbox must know about it.
 *
 * @param kind     what it is for, a short key such as {@code tag.ack}; shown to the operator, at most 40 characters
 * @param must     whether it must arrive: sent once more after a minute when its outcome is unknown and nobody can be asked
 * @param once     when set, a second post with the same key is dropped; at most 100 characters
 * @param awaits   whether it waits until the person opens the private chat, when the chat cannot be reached yet
 * @param otherwise what is posted when the platform refuses this one, or when it has to wait for the private chat; or when the chat is gone; null: nothing
 * @param chatter  whether it is what people say to each other: it goes after everything else, and several may be put together
 * @param opening  by which approved text the conversation may be opened when the window is shut; null: it waits
 * @param variables what stands in that text
 * @param notBefore when it may leave at the earliest; null: now
 */
public record Post(Outgoing outgoing, String kind, boolean must, @Nullable String once, boolean awaits,
        @Nullable Post otherwise, boolean chatter, @Nullable Opening opening, List<String> variables,
        @Nullable Instant notBefore) {
    /** Parts of a long text get a number behind the key. */
    private static final int LONGEST_OWN = 96;

    public Post {
        // what an older instance wrote has none
        variables = variables == null ? List.of() : variables;
    }

    public Post(Outgoing outgoing, String kind, boolean must, @Nullable String once, boolean awaits,
            @Nullable Post otherwise) {
        this(outgoing, kind, must, once, awaits, otherwise, false, usual(kind, must), List.of(), null);
    }

    /** What must arrive may open a conversation, and so may news of an enrolment; the rest is worth no approved text. */
    private static @Nullable Opening usual(String kind, boolean must) {
        return kind.startsWith("enrolment.") ? Opening.ENROLMENT : must ? Opening.NOTICE : null;
    }

    public static Post of(String kind, Outgoing outgoing) {
        return new Post(outgoing, kind, false, null, false, null);
    }

    public Post mustArrive() {
        return new Post(outgoing, kind, true, once, awaits, otherwise, chatter,
                opening == null ? usual(kind, true) : opening, variables, notBefore);
    }

    public Post once(String key) {
        return new Post(outgoing, kind, must, key, awaits, otherwise, chatter, opening, variables, notBefore);
    }

    public Post awaiting() {
        return new Post(outgoing, kind, must, once, true, otherwise, chatter, opening, variables, notBefore);
    }

    public Post or(Post other) {
        return new Post(outgoing, kind, must, once, awaits, other, chatter, opening, variables, notBefore);
    }

    /** The key of one person's copy of a post to many. */
    public static String own(String key, long person) {
        String own = key + "@" + person;
        return own.length() <= LONGEST_OWN
                ? own
                : java.util.UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "@"
                        + person;
    }

    /** The key of the post to many that this is a person's copy of; null for what is no copy. */
    static @Nullable String copied(@Nullable String key) {
        int end = key == null ? -1 : key.indexOf('@');
        return key == null || end < 0 ? null : key.substring(0, end);
    }

    /** What people say to each other, from then on. */
    public Post asChatter(@Nullable Instant then) {
        return new Post(outgoing, kind, must, once, awaits, otherwise, true, null, List.of(), then);
    }

    /** Leaves then at the earliest; null: at once. */
    public Post notBefore(@Nullable Instant then) {
        return new Post(outgoing, kind, must, once, awaits, otherwise, chatter, opening, variables, then);
    }

    /** May open a conversation by this approved text. */
    public Post opening(Opening by, List<String> with) {
        return new Post(outgoing, kind, must, once, awaits, otherwise, chatter, by, List.copyOf(with), notBefore);
    }

    /** The same thing to somebody else, or another thing in its place. */
    public Post with(Outgoing other) {
        return new Post(other, kind, must, once, awaits, otherwise, chatter, opening, variables, notBefore);
    }
}
