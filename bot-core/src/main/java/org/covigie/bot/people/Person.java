package org.covigie.bot.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the bot knows.
 *
 * @param id           the house's own number of this person
 * @param address      where the person is reached; also the address of the private chat with the bot
 * @param name         the name this person has chosen, else the one shown; {@link Words#NONE} until the person has acted
 * @param handle       the @name without its sign
 * @param language     the language this person chose for the bot
 * @param privateOpen  whether the bot may write to this person
 * @param currentGroup the group that this person's private commands mean, once chosen
 * @param profession   key of the profession given at enrolment
 * @param department   number of the French <em>département</em> given at enrolment
 */
public record Person(long id, Address address, Words name, @Nullable Words handle, @Nullable Locale language,
        boolean privateOpen, @Nullable Long currentGroup, @Nullable String profession, @Nullable String department) {
    /** Somebody of whom nothing is kept, for as long as an answer takes; in private where that person has just written. */
    public static Person stranger(Address address, boolean inPrivate) {
        return new Person(0, address, Words.NONE, null, null, inPrivate, null, null, null);
    }

    public boolean isStranger() {
        return id == 0;
    }
}
