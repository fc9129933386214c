package org.covigie.bot.people;

/**
 * Where a person or a chat is found on a channel: the channel's name (for instance the first word of its module) and the
 * platform's own id. The id may lead to a person, so it never prints.
 *
 * @param channel the channel's short name, lower case, at most 16 characters
 * @param id      the platform's id, verbatim
 */
public record Address(String channel, String id) {
    /** What is fingerprinted to find this address again. */
    public String key() {
        return channel + ":" + id;
    }

    @Override
    public String toString() {
        return channel + ":…";
    }
}
