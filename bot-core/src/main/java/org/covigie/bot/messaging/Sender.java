package org.covigie.bot.messaging;

import org.covigie.bot.people.Address;
import org.covigie.bot.people.Shown;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param address   the person's address; for an anonymous administrator the chat's own
 * @param name      the name as the platform shows it; {@link Words#NONE} when withheld
 * @param handle    the @name without its sign, where there is one
 * @param language  the language the person's application speaks (ISO 639, two letters), where the platform tells
 * @param bot       whether this is a program
 * @param anonymous whether somebody speaks in the chat's or a channel's name, so that no one person can be held to it
 * @param also      another address of the same person, where the platform shows two
 */
public record Sender(Address address, Words name, @Nullable Words handle, @Nullable String language, boolean bot,
        boolean anonymous, @Nullable Address also) implements Shown {
    /** Somebody with one address. */
    public Sender(Address address, Words name, @Nullable Words handle, @Nullable String language, boolean bot,
            boolean anonymous) {
        this(address, name, handle, language, bot, anonymous, null);
    }

    /** The same person without name or handle. */
    public Sender unnamed() {
        return new Sender(address, Words.NONE, null, language, bot, anonymous, also);
    }
}
