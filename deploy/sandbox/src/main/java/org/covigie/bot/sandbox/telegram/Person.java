package org.covigie.bot.sandbox.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with a Telegram account. The {@code id} is also the id of the person's private chat with the bot.
 *
 * @param languageCode two letters, as the person's app tells it; null when it does not
 */
public record Person(long id, String firstName, @Nullable String lastName, @Nullable String username,
        @Nullable String languageCode) {

    /** First and last name as other people see them. */
    public String name() {
        return lastName == null ? firstName : firstName + " " + lastName;
    }
}
