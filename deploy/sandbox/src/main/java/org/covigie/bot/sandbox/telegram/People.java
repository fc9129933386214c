package org.covigie.bot.sandbox.telegram;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who has an account; the part of {@link World} about people. */
final class People {

    private final Engine engine;

    People(Engine engine) {
        this.engine = engine;
    }

    Person create(String firstName, @Nullable String lastName, @Nullable String username,
            @Nullable String languageCode) {
        return engine.change(() -> {
            if (engine.state.nextUser == engine.botId) {
                engine.state.nextUser++;
            }
            Person person = new Person(engine.state.nextUser++, firstName, lastName, username, languageCode);
            ObjectNode user = Json.object().put("id", person.id()).put("is_bot", false).put("first_name", firstName);
            ObjectNode chat = Json.object().put("id", person.id()).put("type", "private").put("first_name", firstName);
            if (lastName != null) {
                user.put("last_name", lastName);
                chat.put("last_name", lastName);
            }
            if (username != null) {
                user.put("username", username);
                chat.put("username", username);
            }
            if (languageCode != null) {
                user.put("language_code", languageCode);
            }
            Room room = new Room();
            room.id = person.id();
            room.chat = chat;
            engine.state.users.put(person.id(), user);
            engine.state.rooms.put(room.id, room);
            return person;
        });
    }

    Optional<Person> find(long id) {
        return engine.read(() -> Optional.ofNullable(engine.state.users.get(id))
                .map(user -> new Person(id, Json.text(user, "first_name"),
                        maybe(user, "last_name"), maybe(user, "username"), maybe(user, "language_code"))));
    }

    private static @Nullable String maybe(JsonNode node, String field) {
        return node.has(field) ? Json.text(node, field) : null;
    }
}
