package org.covigie.bot.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.covigie.bot.sandbox.telegram.TelegramStandIn;
import org.covigie.bot.sandbox.telegram.World;
import org.covigie.bot.sandbox.twilio.TwilioStandIn;
import org.covigie.bot.testing.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application as it is shipped, on a free port, and the Telegram server that it talks to over real HTTP. */
final class Installation implements AutoCloseable {
    static final String API_TOKEN = "whole-house-token";
    static final String SECRET = "whole_house_secret";
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DATA_KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final JsonMapper JSON = new JsonMapper();

    final TelegramStandIn telegram;
    final Map<String, String> settings = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = freePort();
    private @Nullable ConfigurableApplicationContext context;
    private @Nullable TwilioStandIn twilio;

    Installation(Setup setup, Path folder) {
        telegram = TelegramStandIn.builder().port(freePort()).rates(false)
                .webhookRetryUnit(Duration.ofMillis(50)).build();
        settings.put("server.port", String.valueOf(port));
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.datasource.url", setup.database(folder));
        settings.put("covigie.telegram.token", telegram.token());
        settings.put("covigie.telegram.api-url", telegram.url());
        settings.put("covigie.telegram.mode", setup.mode());
        settings.put("covigie.telegram.webhook-secret", SECRET);
        settings.put("covigie.telegram.poll-timeout", "2s");
        settings.put("covigie.public-url", url(""));
        settings.put("covigie.sandbox.mode", "false");
        settings.put("covigie.data-dir", folder.toString());
        settings.put("covigie.api.token", API_TOKEN);
        if (setup.postgres()) {
            settings.put("covigie.data-key", DATA_KEY);
        }
    }

    /** As a newcomer starts it, with no channel of anybody's: the application with the sandbox, running. */
    static Installation sandbox(Path folder) {
        Installation house = new Installation(Setup.POLLING_H2, folder);
        house.settings.keySet().removeIf(key -> key.startsWith("covigie.telegram"));
        house.settings.put("covigie.sandbox.mode", "auto");
        house.settings.put("covigie.sandbox.telegram-port", "0");
        house.settings.put("covigie.sandbox.state-file", folder.resolve("sandbox.json").toString());
        house.settings.put("covigie.sandbox.whatsapp-port", "0");
        house.settings.put("covigie.sandbox.mail-port", "0");
        house.settings.put("covigie.sandbox.whatsapp-state-file", folder.resolve("whatsapp.json").toString());
        return house.startApplication();
    }

    /** With Twilio's stand-in beside Telegram's; before the start. */
    Installation withWhatsApp() {
        return withWhatsApp(InstantSource.system());
    }

    /** The same, where Twilio's clock shows another time. */
    Installation withWhatsApp(InstantSource clock) {
        TwilioStandIn standIn = TwilioStandIn.builder().port(freePort()).publicUrl(url("")).clock(clock)
                .step(Duration.ofMillis(20)).build();
        twilio = standIn;
        settings.put("covigie.whatsapp.account-sid", standIn.accountSid());
        settings.put("covigie.whatsapp.auth-token", standIn.authToken());
        settings.put("covigie.whatsapp.from", standIn.from());
        standIn.start();
        settings.put("covigie.whatsapp.api-url", standIn.url());
        return this;
    }

    TwilioStandIn twilio() {
        return Objects.requireNonNull(twilio);
    }

    /** Telegram first, then the application. */
    Installation start() {
        telegram.start();
        return startApplication();
    }

    /** The application alone; Telegram's address is the stand-in's, whether it listens or not. */
    Installation startApplication() {
        context = new SpringApplicationBuilder(BotApplication.class).registerShutdownHook(false)
                .initializers(new Shipped())
                .run(arguments());
        return this;
    }

    /** The settings as a command line. */
    String[] arguments() {
        return settings.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new);
    }

    /** As after a crash of the host: the application alone ends; people and Telegram stay. */
    void stopApplication() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Override
    public void close() {
        stopApplication();
        telegram.close();
        if (twilio != null) {
            twilio.close();
        }
    }

    World world() {
        return telegram.world();
    }

    <T> T get(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    /** Returns when Telegram's queue is empty and nothing is left to handle or to send, but what waits for a person or for later. */
    void settles() {
        if (context == null) {
            // a process of its own: only Telegram's queue is ours to see
            await().atMost(PATIENCE).until(() -> world().pendingUpdates() == 0);
            return;
        }
        JdbcClient db = get(JdbcClient.class);
        // to one person on WhatsApp goes one message in six seconds, once a few have been borrowed
        await().atMost(twilio == null ? PATIENCE : Telephone.PATIENCE).pollInterval(Duration.ofMillis(20)).until(
                () -> world().pendingUpdates() == 0
                        && count(db, "select count(*) from inbox where status = 'WAITING'") == 0
                        && db.sql("""
                                select count(*) from outbox where status in ('PENDING', 'SENDING') and not waiting
                                and (not_before is null or not_before <= :now)""")
                                .param("now", OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)).query(Long.class)
                                .single() == 0
                        && count(db, "select count(*) from signal where status = 'PUBLISHING'") == 0);
    }

    private static long count(JdbcClient db, String query) {
        return db.sql(query).query(Long.class).single();
    }

    // over HTTP

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET().build());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path))).header("Content-Type",
                "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** The operator reads the REST API. */
    JsonNode api(String path) {
        HttpResponse<String> answer = get("/api/v1" + path, "Authorization", "Bearer " + API_TOKEN);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Below the range from which outgoing connections take theirs: it stays free while the bot is down. */
    static int freePort() {
        for (int i = 0; i < 100; i++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: another one
            }
        }
        throw new IllegalStateException("no port is free");
    }

    /** A way in and a database; two of them together see both of each. */
    enum Setup {
        POLLING_H2, WEBHOOK_POSTGRESQL, WEBHOOK_H2, POLLING_POSTGRESQL;

        String mode() {
            return this == POLLING_H2 || this == POLLING_POSTGRESQL ? "polling" : "webhook";
        }

        boolean postgres() {
            return this == WEBHOOK_POSTGRESQL || this == POLLING_POSTGRESQL;
        }

        String database(Path folder) {
            // the options of application.yaml
            return postgres()
                    ? Database.POSTGRESQL.freshUrl()
                    : "jdbc:h2:file:" + folder.resolve("covigie")
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0";
        }
    }
}
