package org.covigie.bot.load;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Through the JDK's client, which is not ours: the hand-written HTTP must be HTTP. */
class LoadEmulatorTest {
    private final Crowd crowd = new Crowd(3, 4);
    private final Ledger ledger = new Ledger();
    private final PollingFeeder polling = new PollingFeeder(ledger, Repeats.NONE);
    private final HttpClient client = HttpClient.newHttpClient();
    private LoadEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = LoadEmulator.start(crowd, ledger, polling, Sends.ALL);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        emulator.close();
    }

    @Test
    void method_names_match_in_any_case() throws Exception {
        assertThat(call("getme", "{\"method\":\"getme\"}").path("result").path("is_bot").asBoolean()).isTrue();
        assertThat(call("getMe", "{}").path("result").path("id").asLong()).isEqualTo(Crowd.BOT);
    }

    @Test
    void updates_are_served_by_query_and_by_json_until_they_are_confirmed() throws Exception {
        Update update = new Traffic(crowd, 1).registrations().getFirst();
        polling.offer(update);

        JsonNode first = json(get("getUpdates?timeout=0")).path("result");
        assertThat(first.size()).isEqualTo(1);
        assertThat(first.get(0)).isEqualTo(Payloads.JSON.readTree(update.json()));
        assertThat(call("getupdates", "{\"offset\":" + update.id() + ",\"timeout\":0}").path("result").size())
                .isEqualTo(1);
        assertThat(call("getupdates", "{\"offset\":\"" + (update.id() + 1) + "\",\"timeout\":0}").path("result").size())
                .isZero();
        assertThat(ledger.acceptedCount()).isEqualTo(1);
    }

    @Test
    void the_animator_is_the_creator_of_the_own_group_only_and_the_bot_is_administrator() throws Exception {
        assertThat(status(crowd.chat(1), crowd.animator(1))).isEqualTo("creator");
        assertThat(status(crowd.chat(2), crowd.animator(1))).isEqualTo("member");
        assertThat(status(crowd.chat(1), Crowd.BOT)).isEqualTo("administrator");
    }

    @Test
    void a_reaction_on_the_message_or_on_the_command_acknowledges_the_tag_and_an_empty_one_does_not() throws Exception {
        List<Update> tags = new Traffic(crowd, 1).traffic(2, 0, 0);
        ledger.expect(tags);
        Update first = tags.getFirst();
        Update second = tags.getLast();

        react(first.chat(), requireNonNull(first.tag()).taggedMessage(), "[]");
        assertThat(first.acknowledgements()).isZero();
        react(first.chat(), requireNonNull(first.tag()).taggedMessage(), "[{\"type\":\"emoji\",\"emoji\":\"👍\"}]");
        react(second.chat(), requireNonNull(second.tag()).commandMessage(), "[{\"type\":\"emoji\",\"emoji\":\"👍\"}]");

        assertThat(first.acknowledgements()).isEqualTo(1);
        assertThat(second.acknowledgements()).isEqualTo(1);
        assertThat(ledger.strayReactionCount()).isZero();
        assertThat(ledger.calls("setmessagereaction")).isEqualTo(3);
    }

    @Test
    void a_sent_message_gets_an_id_and_a_multipart_call_is_answered() throws Exception {
        JsonNode sent = call("sendmessage", "{\"chat_id\":\"" + crowd.chat(0) + "\",\"text\":\"Bonjour\"}")
                .path("result");
        assertThat(sent.path("message_id").asLong()).isPositive();
        assertThat(sent.path("chat").path("id").asLong()).isEqualTo(crowd.chat(0));

        HttpResponse<String> hook = client.send(request("setwebhook")
                .header("content-type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(
                        "--x\r\ncontent-disposition: form-data; name=\"url\"\r\n\r\nhttps://example.org\r\n--x--\r\n"))
                .build(),
                BodyHandlers.ofString());
        assertThat(json(hook).path("ok").asBoolean()).isTrue();
    }

    @Test
    void without_polling_there_is_a_conflict_and_elsewhere_there_is_nothing() throws Exception {
        try (LoadEmulator webhookOnly = LoadEmulator.start(crowd, ledger, null, Sends.ALL)) {
            URI uri = URI.create(webhookOnly.url() + "/bot1:x/getUpdates");
            assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(409);
        }
        URI elsewhere = URI.create(emulator.url() + "/actuator/health/readiness");
        assertThat(client.send(HttpRequest.newBuilder(elsewhere).build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    private void react(long chat, long message, String reaction) throws Exception {
        call("setMessageReaction",
                "{\"chat_id\":\"" + chat + "\",\"message_id\":" + message + ",\"reaction\":" + reaction + "}");
    }

    private String status(long chat, long person) throws Exception {
        return call("getChatMember", "{\"chat_id\":\"" + chat + "\",\"user_id\":" + person + "}").path("result")
                .path("status").asString();
    }

    private HttpRequest.Builder request(String method) {
        return HttpRequest.newBuilder(URI.create(emulator.url() + "/bot" + Crowd.TOKEN + "/" + method));
    }

    private HttpResponse<String> get(String method) throws Exception {
        return client.send(request(method).build(), BodyHandlers.ofString());
    }

    private JsonNode call(String method, String json) throws Exception {
        return json(client.send(
                request(method).header("content-type", "application/json").POST(BodyPublishers.ofString(json)).build(),
                BodyHandlers.ofString()));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Payloads.JSON.readTree(response.body());
    }
}
