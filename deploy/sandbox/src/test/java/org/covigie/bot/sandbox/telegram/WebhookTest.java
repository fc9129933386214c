package org.covigie.bot.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private final TelegramStandIn server = TelegramStandIn.builder().webhookRetryUnit(Duration.ofMillis(20)).build();
    private final World world = server.world();
    private final Bot bot = new Bot(server);
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    /** Statuses to answer with, in turn; then 200. */
    private final ConcurrentLinkedQueue<Integer> script = new ConcurrentLinkedQueue<>();
    private volatile String refuseText = "none";
    private HttpServer receiver;

    WebhookTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/hook", exchange -> {
            var update = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            String text = update.path("message").path("text").asString("");
            secrets.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token")));
            texts.add(text);
            Integer status = text.equals(refuseText) ? Integer.valueOf(503) : script.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
    }

    @BeforeEach
    void start() {
        receiver.start();
        server.start();
        bot.call("setWebhook", "url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook", "secret_token",
                "s3cret_-");
    }

    @AfterEach
    void stop() {
        server.stop();
        receiver.stop(0);
    }

    @Test
    void updates_come_with_the_secret_and_leave_the_queue_when_taken() {
        Person lea = world.newPerson("Léa", null, null, null);
        world.writePrivately(lea, "/start");
        await().until(() -> world.pendingUpdates() == 0);
        assertThat(texts).containsExactly("/start");
        assertThat(secrets).containsExactly("s3cret_-");
    }

    @Test
    void a_refused_update_is_sent_again_until_taken_and_keeps_its_place() {
        script.addAll(List.of(503, 500, 302));
        Person lea = world.newPerson("Léa", null, null, null);
        world.writePrivately(lea, "un");
        world.writePrivately(lea, "deux");
        await().until(() -> world.pendingUpdates() == 0);
        assertThat(texts).containsExactly("un", "un", "un", "un", "deux");
        assertThat(bot.call("getWebhookInfo").result().path("last_error_message").asString(""))
                .isEqualTo("Wrong response from the webhook: 302");
    }

    @Test
    void a_failing_update_holds_up_its_own_chat_only() {
        refuseText = "poison";
        Person lea = world.newPerson("Léa", null, null, null);
        Person marc = world.newPerson("Marc", null, null, null);
        world.writePrivately(lea, "poison");
        world.writePrivately(lea, "derrière");
        world.writePrivately(marc, "ailleurs");
        await().until(() -> texts.contains("ailleurs"));
        assertThat(texts).doesNotContain("derrière");
        refuseText = "none";
        await().until(() -> texts.contains("derrière"));
    }

    @Test
    void a_secret_with_other_letters_is_refused() {
        assertThat(bot.call("setWebhook", "url", "http://127.0.0.1:1/", "secret_token", "é").description())
                .isEqualTo("Bad Request: secret token contains unallowed characters");
        assertThat(bot.call("setWebhook", "url", "ftp://x").description())
                .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
    }
}
