package org.covigie.bot.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    private Path folder;

    private TelegramStandIn server() {
        return TelegramStandIn.builder().stateFile(folder.resolve("data/sandbox.json")).rates(false).build().start();
    }

    @Test
    void everything_is_there_again_and_no_id_is_given_twice() {
        Person lea;
        Group group;
        int said;
        long update;
        try (TelegramStandIn server = server()) {
            Bot bot = new Bot(server).listening();
            World world = server.world();
            lea = world.newPerson("Léa", "Roux", "lea", "fr");
            group = world.newGroup("Soignants", lea);
            world.addBot(group, lea, true);
            said = world.say(group, lea, "Rupture");
            world.react(group, lea, said, "🤔");
            world.note("story", String.valueOf(group.id()));
            bot.call("sendMessage", "chat_id", group.id(), "text", "?", "reply_markup", Bot.button("Oui", "oui"),
                    "ephemeral_message_parameters",
                    java.util.Map.of("receiver_user_id", lea.id()));
            bot.updates();
            bot.updates();
            world.say(group, lea, "non confirmé");
            update = Json.id(bot.call("getUpdates").result().path(0), "update_id");
        }
        try (TelegramStandIn server = server()) {
            World world = server.world();
            assertThat(world.note("story")).contains(String.valueOf(group.id()));
            assertThat(world.person(lea.id())).contains(lea);
            assertThat(world.messages(group, lea)).extracting(SeenMessage::text).contains("Rupture", "?",
                    "non confirmé");
            assertThat(world.messages(group, lea)).anyMatch(message -> message.reactions().containsKey("🤔"));
            assertThat(world.messages(group, lea)).anyMatch(SeenMessage::ephemeral);
            Bot bot = new Bot(server);
            assertThat(bot.updates()).extracting(one -> Json.id(one, "update_id")).containsExactly(update);
            assertThat(world.say(group, lea, "après")).isGreaterThan(said + 1000);
            assertThat(Json.id(bot.updates().getLast(), "update_id")).isGreaterThan(update + 1000 - 1);
            world.react(group, lea, said, "👀");
            assertThat(bot.updates()).as("what the bot asked for is kept").anyMatch(one -> one.has("message_reaction"));
        }
    }

    @Test
    void a_change_is_written_within_seconds_without_a_stop() {
        try (TelegramStandIn server = server()) {
            server.world().newPerson("Léa", null, null, null);
            await().until(() -> Files.exists(folder.resolve("data/sandbox.json")));
        }
    }

    @Test
    void a_broken_file_is_put_aside() throws IOException {
        Path file = Files.createDirectories(folder.resolve("data")).resolve("sandbox.json");
        Files.writeString(file, "{\"users\": [");
        try (TelegramStandIn server = server()) {
            assertThat(new Bot(server).call("getMe").status()).isEqualTo(200);
        }
        assertThat(folder.resolve("data/sandbox.json.unreadable")).exists();
    }
}
