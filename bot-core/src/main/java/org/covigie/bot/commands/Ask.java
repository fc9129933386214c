package org.covigie.bot.commands;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * One use of a command: who asks, about which group, where, and with what.
 *
 * @param person     who asks; null only for an anonymous administrator, whom the gate lets use what anyone may
 * @param sender     the same as the channel showed them
 * @param membership what the person is in the group that is meant; null when no group is meant
 * @param message    the message that carries the command, null for a reaction
 * @param args       what was typed after the command
 * @param replyTo    the message replied to or reacted on
 * @param pressed    whether a button said it
 */
public record Ask(@Nullable Person person, Sender sender, @Nullable Membership membership, Place place,
        @Nullable String topic,
        @Nullable String message, String args, @Nullable Quoted replyTo, boolean pressed, Instant at) {
    private static final Set<String> YES = Set.of("oui", "yes", "on", "+");
    private static final Set<String> NO = Set.of("non", "no", "off", "-");

    /** The person, where the gate has made sure there is one. */
    public Person who() {
        if (person == null) {
            throw new IllegalStateException("the gate lets nobody anonymous through here");
        }
        return person;
    }

    /** The group, where the gate has made sure there is one. */
    public GroupInfo group() {
        return here().group();
    }

    /** What the person is in the group, where the gate has made sure there is one. */
    public Membership here() {
        if (membership == null) {
            throw new IllegalStateException("the gate requires a group here");
        }
        return membership;
    }

    /** The message replied to, where the gate has made sure there is one. */
    public Quoted reply() {
        if (replyTo == null) {
            throw new IllegalStateException("the gate requires a reply here");
        }
        return replyTo;
    }

    /** What was typed after the command, in lower case without accents. */
    public String folded() {
        return Typed.fold(args.strip());
    }

    /** What was typed as yes or no, in either language; empty when it is neither. */
    public Optional<Boolean> yesOrNo() {
        String typed = folded();
        return YES.contains(typed)
                ? Optional.of(true)
                : NO.contains(typed) ? Optional.of(false) : Optional.empty();
    }

    public boolean inGroup() {
        return place == Place.GROUP;
    }
}
