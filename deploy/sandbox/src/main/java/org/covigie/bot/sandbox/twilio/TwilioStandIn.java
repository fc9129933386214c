package org.covigie.bot.sandbox.twilio;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.covigie.bot.sandbox.state.StateFile;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's server on 127.0.0.1 with one account and one WhatsApp sender. Start it, point the bot's address of Twilio at
 * {@link #url()}, and let {@link #world()} do what people do. Everything is kept in memory and, when a state file is given, across
 * restarts.
 */
public final class TwilioStandIn implements AutoCloseable {

    static {
        // without it every kept-alive answer waits 40 ms for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Builder settings;
    private final Engine engine;
    private final Delivery delivery;
    private final World world;
    private @Nullable Running running;

    private record Running(HttpServer server, ExecutorService threads, @Nullable StateFile file) {}

    private TwilioStandIn(Builder settings) {
        this.settings = settings;
        this.engine = new Engine(settings.clock, settings.accountSid, settings.from, new Faults(settings.seed),
                settings.rates);
        Path path = settings.stateFile;
        if (path != null) {
            StateFile.load(path, Json.MAPPER, State.class).ifPresent(state -> engine.state = state);
        }
        Supplier<String> local = settings.localUrl == null ? () -> settings.publicUrl : settings.localUrl;
        Webhooks webhooks = new Webhooks(settings.authToken, settings.publicUrl, local, settings.retryPause);
        this.delivery = new Delivery(engine, webhooks, settings.step);
        this.world = new World(engine, new Inbound(engine, webhooks, webhooks.address(settings.inboundPath)));
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens the port.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public synchronized TwilioStandIn start() {
        if (running != null) {
            return this;
        }
        try {
            HttpServer server = HttpServer
                    .create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.port), 200);
            ExecutorService threads = Executors
                    .newThreadPerTaskExecutor(Thread.ofVirtual().name("twilio-stand-in-", 0).factory());
            Path path = settings.stateFile;
            StateFile file = path == null
                    ? null
                    : new StateFile(path,
                            () -> engine.read(() -> Json.MAPPER.writeValueAsBytes(engine.state)),
                            "twilio-stand-in-state");
            if (file != null) {
                engine.listeners.add(file);
            }
            engine.url = "http://127.0.0.1:" + server.getAddress().getPort();
            engine.lanes.start();
            server.setExecutor(threads);
            server.createContext("/", new TwilioApi(engine, settings.authToken, delivery));
            server.start();
            running = new Running(server, threads, file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the port, gives up what is under way and writes the state file. The world stays readable; it may be started again. */
    public synchronized void stop() {
        Running was = running;
        if (was == null) {
            return;
        }
        running = null;
        was.server().stop(0);
        engine.lanes.stop();
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

    /** Scheme, host and port: what the bot's address of Twilio is set to. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public String accountSid() {
        return settings.accountSid;
    }

    public String authToken() {
        return settings.authToken;
    }

    /** The sender, {@code whatsapp:+…}. */
    public String from() {
        return settings.from;
    }

    /** What people do on their telephones. */
    public World world() {
        return world;
    }

    /** Settings of a stand-in; every one has a default fit for tests. */
    public static final class Builder {
        private int port;
        private String accountSid = "AC" + "5a".repeat(16);
        private String authToken = "sandboxsandboxsandboxsandboxsand";
        private String from = "whatsapp:+33639981200";
        private String publicUrl = "http://localhost:8080";
        private @Nullable Supplier<String> localUrl;
        private String inboundPath = "/whatsapp/inbound#rc=3&rp=ct,rt,5xx";
        private @Nullable Path stateFile;
        private boolean rates = true;
        private InstantSource clock = InstantSource.system();
        private Duration step = Duration.ofMillis(5);
        private Duration retryPause = Duration.ofMillis(50);
        private long seed = 1;

        private Builder() {}

        /** 0 takes a free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /**
         * The account, its token and its sender.
         *
         * @param sid   AC and 32 hexadecimal digits
         * @param sender {@code whatsapp:+…}
         */
        public Builder account(String sid, String token, String sender) {
            if (!sid.matches("AC[0-9a-fA-F]{32}") || !sender.matches("whatsapp:\\+\\d{7,15}")) {
                throw new IllegalArgumentException(
                        "An account is AC and 32 hexadecimal digits, a sender whatsapp:+digits");
            }
            accountSid = sid;
            authToken = token;
            from = sender;
            return this;
        }

        /** The bot's address as the outside sees it: what signatures cover. */
        public Builder publicUrl(String value) {
            publicUrl = value;
            return this;
        }

        /** Where the bot really listens, asked at each call; the public address unless set. */
        public Builder localUrl(Supplier<String> value) {
            localUrl = Objects.requireNonNull(value);
            return this;
        }

        /** Path of the webhook for messages of people, with its connection overrides. */
        public Builder inboundPath(String value) {
            inboundPath = value;
            return this;
        }

        /** Null keeps everything in memory only. */
        public Builder stateFile(@Nullable Path value) {
            stateFile = value;
            return this;
        }

        /** Whether what goes too fast fails or waits. */
        public Builder rates(boolean value) {
            rates = value;
            return this;
        }

        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** Time between two states of a message. */
        public Builder step(Duration value) {
            step = value;
            return this;
        }

        /** Time before a webhook is tried again. */
        public Builder retryPause(Duration value) {
            retryPause = value;
            return this;
        }

        /** Of the dice that faults are thrown with. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public TwilioStandIn build() {
            return new TwilioStandIn(this);
        }
    }
}
