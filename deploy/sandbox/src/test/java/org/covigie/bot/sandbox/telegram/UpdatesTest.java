package org.covigie.bot.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.covigie.bot.sandbox.telegram.Bot.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UpdatesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
    private final InstantSource clock = now::get;
    private final TelegramStandIn server = TelegramStandIn.builder().clock(clock).build();
    private final World world = server.world();
    private final Bot bot = new Bot(server);
    private final Person marc = world.newPerson("Marc", null, null, "fr");

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void an_offset_confirms_everything_below_it_and_nothing_else() {
        for (int i = 0; i < 3; i++) {
            world.writePrivately(marc, "message " + i);
        }
        JsonNode first = bot.call("getUpdates", "limit", 2).result();
        assertThat(first).hasSize(2);
        assertThat(bot.call("getUpdates").result()).as("nothing was confirmed").hasSize(3);
        JsonNode rest = bot.call("getUpdates", "offset", Json.id(first.path(1), "update_id")).result();
        assertThat(rest).hasSize(2);
        assertThat(rest.path(0).path("message").path("text").asString("")).isEqualTo("message 1");
        bot.call("getUpdates", "offset", Json.id(rest.path(1), "update_id") + 1);
        assertThat(world.pendingUpdates()).isZero();
    }

    @Test
    void a_poll_waits_until_something_happens() {
        CompletableFuture<Answer> poll = CompletableFuture.supplyAsync(() -> bot.call("getupdates", "timeout", 20));
        await().during(Duration.ofMillis(200)).until(() -> !poll.isDone());
        world.writePrivately(marc, "/start");
        assertThat(poll.join().result()).hasSize(1);
    }

    @Test
    void a_second_poll_ends_the_first_one() {
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> bot.call("getUpdates", "timeout", 20));
        await().during(Duration.ofMillis(200)).until(() -> !first.isDone());
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> bot.call("getUpdates", "timeout", 20));
        assertThat(first.join().status()).isEqualTo(409);
        assertThat(first.join().description())
                .isEqualTo(
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        world.writePrivately(marc, "/start");
        assertThat(second.join().result()).hasSize(1);
    }

    @Test
    void no_poll_while_a_webhook_is_set() {
        bot.call("setWebhook", "url", "http://127.0.0.1:9/hook");
        assertThat(bot.call("getUpdates").description())
                .isEqualTo(
                        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        bot.call("deleteWebhook");
        assertThat(bot.call("getUpdates").status()).isEqualTo(200);
    }

    @Test
    void reactions_come_only_to_administrators_who_asked_for_them() {
        Group group = world.newGroup("Soignants", marc);
        world.addBot(group, marc, true);
        int id = world.say(group, marc, "Rupture");
        bot.updates();
        world.react(group, marc, id, "🤔");
        assertThat(bot.updates()).isEmpty();
        bot.listening();
        world.react(group, marc, id, null);
        JsonNode reaction = bot.last("message_reaction");
        assertThat(reaction.path("old_reaction").path(0).path("emoji").asString("")).isEqualTo("🤔");
        assertThat(reaction.path("new_reaction")).isEmpty();
        world.demoteBot(group, marc);
        bot.updates();
        world.react(group, marc, id, "👀");
        assertThat(bot.updates()).isEmpty();
    }

    @Test
    void a_pressed_button_is_forgotten_after_150_seconds_and_a_message_after_a_day() {
        world.writePrivately(marc, "/start");
        bot.call("sendMessage", "chat_id", marc.id(), "text", "Alors ?", "reply_markup", Bot.button("Oui", "oui"));
        SeenMessage asked = world.privateMessages(marc).getLast();
        String query = world.pressPrivately(marc, asked.id(), asked.dataOf("Oui"));
        now.set(now.get().plusSeconds(151));
        assertThat(bot.call("getUpdates").result()).singleElement().matches(update -> update.has("message"));
        assertThat(bot.call("answerCallbackQuery", "callback_query_id", query).description())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
        now.set(now.get().plus(Duration.ofDays(1)));
        assertThat(bot.call("getUpdates").result()).isEmpty();
    }

    @Test
    void after_an_idle_week_ids_may_be_lower_and_an_old_offset_confirms_nothing() {
        world.writePrivately(marc, "avant");
        long before = Json.id(bot.updates().getLast(), "update_id");
        bot.updates();
        world.wire().restartUpdateIdsAt(500);
        world.writePrivately(marc, "après");
        JsonNode batch = bot.call("getUpdates", "offset", before + 1).result();
        assertThat(Json.id(batch.path(0), "update_id")).isEqualTo(500);
    }

    @Test
    void more_than_a_chat_bears_is_refused_with_the_seconds_to_wait() {
        world.writePrivately(marc, "/start");
        for (int i = 0; i < 5; i++) {
            assertThat(bot.call("sendMessage", "chat_id", marc.id(), "text", "n° " + i).status()).isEqualTo(200);
        }
        Answer answer = bot.call("sendMessage", "chat_id", marc.id(), "text", "trop");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.description()).isEqualTo("Too Many Requests: retry after 1");
        assertThat(answer.body().path("parameters").path("retry_after").asInt(0)).isEqualTo(1);
        assertThat(answer.http().headers().firstValue("Retry-After")).contains("1");
        now.set(now.get().plusSeconds(1));
        assertThat(bot.call("sendMessage", "chat_id", marc.id(), "text", "maintenant").status()).isEqualTo(200);
    }

    @Test
    void a_group_bears_20_messages_a_minute() {
        Group group = world.newGroup("Soignants", marc);
        world.addBot(group, marc, true);
        for (int i = 0; i < 20; i++) {
            now.set(now.get().plusMillis(1500));
            assertThat(bot.call("sendMessage", "chat_id", group.id(), "text", "n° " + i).status()).isEqualTo(200);
        }
        now.set(now.get().plusMillis(1500));
        Answer answer = bot.call("sendMessage", "chat_id", group.id(), "text", "trop");
        assertThat(answer.body().path("parameters").path("retry_after").asInt(0)).isBetween(29, 31);
        world.wire().rates(false);
        assertThat(bot.call("sendMessage", "chat_id", group.id(), "text", "libre").status()).isEqualTo(200);
    }

    @Test
    void the_bot_never_hears_itself_and_is_never_told_of_deletions() {
        Group group = world.newGroup("Soignants", marc);
        world.addBot(group, marc, true);
        int id = world.say(group, marc, "à effacer");
        bot.updates();
        bot.call("sendMessage", "chat_id", group.id(), "text", "moi-même");
        world.delete(group, marc, id);
        assertThat(bot.updates()).isEqualTo(List.of());
    }
}
