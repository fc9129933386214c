package org.covigie.bot.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.covigie.bot.enrolment.Enrolments;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.mail.MailingList;
import org.covigie.bot.mail.Subscriptions;
import org.covigie.bot.messaging.Deliveries;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.register.Corroborations;
import org.covigie.bot.register.Register;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.signals.Status;
import org.covigie.bot.synthesis.Syntheses;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link House} with its doors to the web open: the rooms api and platform on a real port, over the house's own services. One
 * group with an animator who is correspondent too is there already.
 */
public final class WebHouse implements AutoCloseable {
    public static final String TOKEN = "the operator's own token";

    private final House house;
    private final ConfigurableApplicationContext web;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final Actor anna;
    private final Actor lea;
    private final Chat chat;

    private WebHouse(House house, Map<String, Object> settings) {
        this.house = house;
        this.web = open(house, settings);
        this.address = "http://localhost:" + web.getEnvironment().getProperty("local.server.port");
        anna = house.person("Anna");
        lea = house.person("Lea");
        chat = house.group("Médecins de la côte", anna);
        anna.says(chat, "/correspondant 1");
        lea.says(chat, "/consentir");
    }

    /** A house that knows {@link #TOKEN}. */
    public static WebHouse open() {
        return open(Map.of("covigie.api.token", TOKEN));
    }

    public static WebHouse open(Map<String, Object> settings) {
        return new WebHouse(House.on(Database.H2), settings);
    }

    /** Opens the web doors of a house once more, as another start of the application would. */
    public static ConfigurableApplicationContext open(House house, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("server.port", "0", "spring.main.banner-mode", "off",
                "spring.mvc.problemdetails.enabled", "true", "covigie.public-url", "https://bot.test/",
                "management.endpoints.web.exposure.include", "health,prometheus,env"));
        all.putAll(settings);
        return new SpringApplicationBuilder(Rooms.class).web(WebApplicationType.SERVLET).properties(all)
                .initializers(context -> {
                    share(context, house, Signals.class);
                    share(context, house, Register.class);
                    share(context, house, Corroborations.class);
                    share(context, house, Groups.class);
                    share(context, house, Enrolments.class);
                    share(context, house, Syntheses.class);
                    share(context, house, MailingList.class);
                    share(context, house, Subscriptions.class);
                    share(context, house, Deliveries.class);
                    share(context, house, PatientData.class);
                    share(context, house, JdbcClient.class);
                    share(context, house, TestClock.class);
                    // known by its name, not by its type
                    ((GenericApplicationContext) context).registerBean("messageSource", MessageSource.class,
                            () -> house.get(MessageSource.class));
                }).run();
    }

    private static <T> void share(ConfigurableApplicationContext context, House house, Class<T> type) {
        ((GenericApplicationContext) context).registerBean(type, () -> house.get(type));
    }

    public House house() {
        return house;
    }

    public Chat chat() {
        return chat;
    }

    public <T> T get(Class<T> type) {
        return web.getBean(type);
    }

    /** Lea, who agrees, writes this; Anna tags it with this command. */
    public SignalDocument draft(String command, String text) {
        Quoted said = lea.says(chat, text);
        return tagged(command, said);
    }

    /** Somebody who was never asked writes this; Anna tags it. */
    public SignalDocument heldDraft(String text) {
        return tagged("/p", house.person("Max").says(chat, text));
    }

    /** The same, published. */
    public SignalDocument published(String command, String text) {
        SignalDocument draft = draft(command, text);
        house.get(Signals.class).publish(draft.id(), null);
        house.settles();
        SignalDocument now = house.get(Signals.class).find(draft.id()).orElseThrow();
        if (now.status() != Status.PUBLISHED) {
            throw new AssertionError("the signal is " + now.status());
        }
        return now;
    }

    /** What Anna writes to the bot in private. */
    public void annaWrites(String text) {
        anna.writes(text);
    }

    private SignalDocument tagged(String command, Quoted said) {
        // signals of one moment have no order
        house.clock().advance(java.time.Duration.ofSeconds(1));
        anna.replies(chat, said, command);
        return house.signals(chat).getFirst();
    }

    /** An answer as a test looks at it. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        /** One member of a problem or another object, as text. */
        public String member(String name) {
            JsonNode value = json().get(name);
            return value == null ? "" : value.isString() ? value.stringValue() : value.toString();
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), true, headers);
    }

    /** Without a token. */
    public Answer strangerGets(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), false, headers);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json), true, json(headers));
    }

    public Answer strangerPosts(String path, String json, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json), false, json(headers));
    }

    /** In chunks, so that nobody knows the length beforehand. */
    public Answer streams(String path, InputStream body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofInputStream(() -> body), true, json(headers));
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, HttpRequest.BodyPublishers.ofString(json), true, json(headers));
    }

    public Answer put(String path, String json) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(json), true, json());
    }

    public Answer call(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), true, headers);
    }

    private static String[] json(String... headers) {
        return headers.length > 0 ? headers : new String[]{"Content-Type", "application/json"};
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, boolean token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        Consumer<String[]> set = pair -> request.setHeader(pair[0], pair[1]);
        for (int i = 0; i < headers.length; i += 2) {
            set.accept(new String[]{headers[i], headers[i + 1]});
        }
        if (token) {
            request.setHeader("Authorization", "Bearer " + TOKEN);
        }
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        web.close();
        house.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @ComponentScan({"org.covigie.bot.api", "org.covigie.bot.platform"})
    @ComponentScan(basePackages = "org.covigie.bot.mail", useDefaultFilters = false, includeFilters = @ComponentScan.Filter(Controller.class))
    static class Rooms {}
}
