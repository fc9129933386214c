package org.covigie.bot.telegram;

import org.covigie.bot.messaging.Place;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The chat of an update (core.telegram.org/bots/api#chat).
 *
 * @param place null for a channel, where nobody speaks to the bot
 */
record Chat(long id, @Nullable Place place, Words title) {
    /** The chat that {@code parent} happened in, or null when it cannot be told. */
    static @Nullable Chat of(JsonNode parent) {
        return in(parent, "chat");
    }

    static @Nullable Chat in(JsonNode parent, String field) {
        JsonNode chat = parent.path(field);
        Long id = Fields.number(chat, "id");
        if (id == null) {
            return null;
        }
        Place place = switch (Fields.text(chat, "type")) {
            case "private" -> Place.PRIVATE;
            case "group", "supergroup" -> Place.GROUP;
            case null, default -> null;
        };
        return new Chat(id, place, TelegramReader.words(Fields.text(chat, "title")));
    }

    Address address() {
        return address(id);
    }

    static Address address(long id) {
        return new Address(TelegramChannel.NAME, Long.toString(id));
    }
}
