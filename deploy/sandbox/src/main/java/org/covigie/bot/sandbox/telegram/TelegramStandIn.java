package org.covigie.bot.sandbox.telegram;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.covigie.bot.sandbox.state.StateFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Bot API server on 127.0.0.1 with one bot. Start it, point the bot at {@link #url()}, and let {@link #world()} do what people
 * do. Everything is kept in memory and, when a state file is given, across restarts.
 */
public final class TelegramStandIn implements AutoCloseable {

    static {
        // without it every kept-alive answer waits 40 ms for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Builder settings;
    private final Engine engine;
    private final World world;
    private @Nullable Running running;

    private record Running(HttpServer server, ExecutorService threads, UpdateMethods updates, WebhookSender webhook,
            @Nullable StateFile file) {}

    private TelegramStandIn(Builder settings) {
        this.settings = settings;
        ObjectNode bot = Json.object()
                .put("id", Long.parseLong(settings.token.substring(0, settings.token.indexOf(':')))).put("is_bot", true)
                .put("first_name", settings.botName).put("username", settings.botUsername).put("can_join_groups", true)
                .put("can_read_all_group_messages", false).put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false).put("has_topics_enabled", false)
                .put("allows_users_to_create_topics", false)
                .put("can_manage_bots", false);
        this.engine = new Engine(settings.clock, bot, new Rates(settings.clock, settings.rates));
        Path path = settings.stateFile;
        if (path != null) {
            StateFile.load(path, Json.MAPPER, State.class).ifPresent(state -> {
                state.skipAhead();
                engine.state = state;
            });
        }
        this.world = new World(engine);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens the port.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public synchronized TelegramStandIn start() {
        if (running != null) {
            return this;
        }
        try {
            HttpServer server = HttpServer
                    .create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.port), 200);
            ExecutorService threads = Executors
                    .newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-stand-in-", 0).factory());
            UpdateMethods updates = new UpdateMethods(engine);
            WebhookSender webhook = new WebhookSender(engine, settings.webhookRetryUnit);
            engine.onUpdate = webhook::kick;
            Path path = settings.stateFile;
            StateFile file = path == null
                    ? null
                    : new StateFile(path,
                            () -> engine.read(() -> Json.MAPPER.writeValueAsBytes(engine.state)),
                            "telegram-stand-in-state");
            if (file != null) {
                engine.listeners.add(file);
            }
            server.setExecutor(threads);
            server.createContext("/", new BotApi(engine, settings.token, updates));
            server.start();
            running = new Running(server, threads, updates, webhook, file);
            engine.read(() -> {
                webhook.kick();
                return true;
            });
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the port, ends waiting polls and writes the state file. The world stays readable; it may be started again. */
    public synchronized void stop() {
        Running was = running;
        if (was == null) {
            return;
        }
        running = null;
        engine.onUpdate = () -> {};
        was.updates().stop();
        was.server().stop(0);
        was.webhook().stop();
        was.threads().shutdownNow();
        if (was.file() != null) {
            engine.listeners.remove(was.file());
            was.file().close();
        }
    }

    @Override
    public void close() {
        stop();
    }

    public synchronized boolean isRunning() {
        return running != null;
    }

    /** The port it listens on; 0 was replaced by a free one at the start. */
    public synchronized int port() {
        return running == null ? settings.port : running.server().getAddress().getPort();
    }

    /** Scheme, host and port: what the bot's API address is set to. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public String token() {
        return settings.token;
    }

    /** What people do in their apps. */
    public World world() {
        return world;
    }

    /** Settings of a stand-in; every one has a default fit for tests. */
    public static final class Builder {
        private String token = "7000000000:AAbacAsableBacAsableBacAsableBacAsa";
        private int port;
        private @Nullable Path stateFile;
        private boolean rates = true;
        private InstantSource clock = InstantSource.system();
        private Duration webhookRetryUnit = Duration.ofSeconds(1);
        private String botName = "COViGIE";
        private String botUsername = "covigie_bot";

        private Builder() {}

        /** Digits (the bot's id), a colon, letters. */
        public Builder token(String value) {
            if (!value.matches("\\d{3,15}:[A-Za-z0-9_-]+")) {
                throw new IllegalArgumentException("A bot token is digits, a colon and letters");
            }
            token = value;
            return this;
        }

        /** 0 takes a free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Null keeps everything in memory only. */
        public Builder stateFile(@Nullable Path value) {
            stateFile = value;
            return this;
        }

        /** Whether too many messages are refused with 429. */
        public Builder rates(boolean value) {
            rates = value;
            return this;
        }

        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** What the doubling delays between webhook retries count in; one second on the real server. */
        public Builder webhookRetryUnit(Duration value) {
            webhookRetryUnit = value;
            return this;
        }

        public Builder bot(String name, String username) {
            botName = name;
            botUsername = username;
            return this;
        }

        public TelegramStandIn build() {
            return new TelegramStandIn(this);
        }
    }
}
