package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrafficTest {
    private final Crowd crowd = new Crowd(20, 5);
    private final Traffic traffic = new Traffic(crowd, 1);

    @Test
    void the_mix_holds_the_shares_asked_for() {
        List<Update> updates = traffic.mix(1_000, 15, 5);

        assertThat(updates).hasSize(1_000);
        assertThat(Ledger.tagsOf(updates)).hasSize(150);
        assertThat(updates).filteredOn(update -> message(update).has("new_chat_members")).hasSize(50);
    }

    @Test
    void each_tag_replies_to_another_message_of_somebody_else_in_the_same_chat() {
        Set<String> tagged = new HashSet<>();
        for (Update update : Ledger.tagsOf(traffic.traffic(500, 0, 100))) {
            JsonNode message = message(update);
            JsonNode reply = message.path("reply_to_message");

            assertThat(message.path("text").asString()).isEqualTo("/p");
            assertThat(reply.path("chat")).isEqualTo(message.path("chat"));
            assertThat(reply.path("from")).isNotEqualTo(message.path("from"));
            assertThat(tagged.add(update.chat() + "/" + reply.path("message_id").asLong())).isTrue();
        }
        assertThat(tagged).hasSize(500);
    }

    @Test
    void message_ids_rise_within_a_chat_and_update_ids_rise_altogether() {
        Map<Long, Long> last = new HashMap<>();
        long lastUpdate = 0;
        for (Update update : traffic.mix(1_000, 15, 5)) {
            long id = message(update).path("message_id").asLong();
            assertThat(id).isGreaterThan(last.getOrDefault(update.chat(), 0L));
            assertThat(update.id()).isGreaterThan(lastUpdate);
            last.put(update.chat(), id);
            lastUpdate = update.id();
        }
    }

    @Test
    void the_same_seed_tells_the_same_story() {
        List<Long> chats = traffic.mix(200, 15, 5).stream().map(Update::chat).toList();

        assertThat(new Traffic(crowd, 1).mix(200, 15, 5).stream().map(Update::chat)).isEqualTo(chats);
        assertThat(new Traffic(crowd, 2).mix(200, 15, 5).stream().map(Update::chat)).isNotEqualTo(chats);
    }

    @Test
    void some_of_what_is_said_has_emoji_or_runs_from_right_to_left() {
        List<String> texts = traffic.mix(300, 0, 0).stream().map(update -> message(update).path("text").asString())
                .toList();

        assertThat(texts).anyMatch(text -> text.codePoints().anyMatch(Character::isEmoji));
        assertThat(texts).anyMatch(text -> text.codePoints().anyMatch(point -> Character
                .getDirectionality(point) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC));
    }

    @Test
    void each_group_is_registered_by_its_creator() {
        List<Update> registrations = traffic.registrations();

        assertThat(registrations).hasSize(20).allSatisfy(update -> {
            JsonNode change = Payloads.JSON.readTree(update.json()).path("my_chat_member");
            assertThat(crowd.created(change.path("chat").path("id").asLong(), change.path("from").path("id").asLong()))
                    .isTrue();
        });
    }

    private static JsonNode message(Update update) {
        return Payloads.JSON.readTree(update.json()).path("message");
    }
}
