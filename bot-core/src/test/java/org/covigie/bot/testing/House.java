package org.covigie.bot.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Founding;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Words;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole core on a real database, with the {@link TestChannel} instead of a platform: people speak, and after
 * {@link #settles} everything they caused has happened. Conversations in tests read as they would be told.
 */
public final class House implements AutoCloseable {
    private static final Map<Database, House> SHARED = new ConcurrentHashMap<>();
    private static final Map<Database, House> HOSTED = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext context;
    private final TestChannel channel;
    private final TestClock clock;
    private final AtomicInteger ids = new AtomicInteger(1000);
    private final TestPlatform platform = new TestPlatform();
    private final TestWeb web = new TestWeb();

    private House(String url, Map<String, Object> settings) {
        clock = new TestClock();
        channel = new TestChannel(clock);
        context = new SpringApplicationBuilder(Rooms.class).web(WebApplicationType.NONE).properties(Map.of(
                "spring.datasource.url", url, "covigie.data-key",
                "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", "spring.main.banner-mode", "off",
                "spring.messages.fallback-to-system-locale", "false", "spring.jpa.hibernate.ddl-auto", "none",
                "db-scheduler.polling-interval", "50ms", "db-scheduler.threads", "8",
                "db-scheduler.delay-startup-until-context-ready", "true"))
                .properties(settings)
                .initializers(c -> {
                    GenericApplicationContext beans = (GenericApplicationContext) c;
                    beans.registerBean("testClock", TestClock.class, () -> clock, d -> d.setPrimary(true));
                    beans.registerBean("testChannel", TestChannel.class, () -> channel);
                    beans.registerBean("testPlatform", TestPlatform.class, () -> platform, d -> d.setPrimary(true));
                    beans.registerBean("testWeb", TestWeb.class, () -> web, d -> d.setPrimary(true));
                }).run();
    }

    /** One house for all conversations on this database: each plays in a group of its own. */
    public static House shared(Database database) {
        return SHARED.computeIfAbsent(database, House::on);
    }

    /** As {@link #shared}, on a channel where people only ever write to the bot itself. */
    public static House sharedHosted(Database database) {
        return HOSTED.computeIfAbsent(database, one -> {
            House house = on(one);
            house.channel().can(TestChannel.HOSTED);
            return house;
        });
    }

    /** A house on a fresh database. */
    public static House on(Database database) {
        return new House(database.freshUrl(), Map.of());
    }

    /** A further house on a database that another one may already use, as a second instance does. */
    public static House at(String url) {
        return new House(url, Map.of());
    }

    /** The same with settings of its own. */
    public static House at(String url, Map<String, Object> settings) {
        return new House(url, settings);
    }

    public static House on(Database database, Map<String, Object> settings) {
        return new House(database.freshUrl(), settings);
    }

    /** What there is outside. */
    public TestWeb web() {
        return web;
    }

    public Actor person(String name) {
        return new Actor(this, new Address(TestChannel.NAME, String.valueOf(ids.incrementAndGet())), name);
    }

    /** A group whose animator has made the bot administrator. */
    public Chat group(String title, Actor animator) {
        Chat chat = new Chat(this, TestChannel.chat("-" + ids.incrementAndGet()), title);
        channel.completes(in -> in instanceof Incoming.BotPlaced placed ? placed.verified(ChatStanding.OWNER) : in);
        arrives(new Incoming.BotPlaced(chat.address(), animator.sender(), ChatStanding.UNKNOWN,
                ChatStanding.ADMINISTRATOR,
                new Words(title), clock.instant()));
        return chat;
    }

    /** A group that the house keeps; its animator has written to the bot before. The channel must be a hosted one. */
    public Chat hosted(String title, Hosting hosting, @Nullable String link, Actor animator) {
        animator.writes("/start");
        People people = get(People.class);
        GroupInfo group = get(Founding.class).found(people.find(animator.address()).orElseThrow(), title, hosting, link,
                java.util.Locale.FRENCH);
        return new Chat(this, group.chat(), title);
    }

    /** This person is in that group from now on, without having asked. */
    public void enrols(Chat chat, Actor person) {
        person.writes("/start");
        get(Groups.class).enrol(id(chat), get(People.class).find(person.address()).orElseThrow().id());
    }

    public void arrives(Incoming incoming) {
        get(Inbox.class).accept(TestChannel.NAME,
                List.of(Sayings.arrival(String.valueOf(ids.incrementAndGet()), incoming)));
        settles();
    }

    /** Several things in one batch. */
    public void arriveTogether(Incoming... batch) {
        get(Inbox.class).accept(TestChannel.NAME, java.util.Arrays.stream(batch)
                .map(in -> Sayings.arrival(String.valueOf(ids.incrementAndGet()), in)).toList());
        settles();
    }

    /** Returns when this has become true. */
    public void awaits(java.util.concurrent.Callable<Boolean> truth) {
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10)).until(() -> {
                get(com.github.kagkarlsson.scheduler.Scheduler.class).triggerCheckForDueExecutions();
                return truth.call();
            });
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("never came true; scheduled: " + get(JdbcClient.class).sql(
                    "select task_name, task_instance, execution_time, picked, last_heartbeat, consecutive_failures from scheduled_tasks")
                    .query().listOfRows() + " now " + clock.instant(), e);
        }
    }

    /** Returns when a recurring task has run at the time it is now. */
    public void ticks(String task) {
        awaits(() -> get(JdbcClient.class).sql("select last_success from scheduled_tasks where task_name = :task")
                .param("task", task).query(java.time.OffsetDateTime.class).optional()
                .filter(last -> !last.toInstant().isBefore(clock.instant())).isPresent());
        settles();
    }

    public String nextId() {
        return String.valueOf(ids.incrementAndGet());
    }

    /** Returns when nothing is left to handle or to send, but what waits for a person or a later time. */
    public void settles() {
        JdbcClient db = get(JdbcClient.class);
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10)).until(() -> {
            get(com.github.kagkarlsson.scheduler.Scheduler.class).triggerCheckForDueExecutions();
            return db.sql("select count(*) from inbox where status = 'WAITING'").query(Long.class).single() == 0
                    && db.sql("""
                            select count(*) from outbox where status in ('PENDING', 'SENDING') and not waiting
                            and (not_before is null or not_before <= :now)""")
                            .param("now", java.time.OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))
                            .query(Long.class).single() == 0
                    && db.sql("select count(*) from signal where status = 'PUBLISHING' and batch <> id")
                            .query(Long.class)
                            .single() == 0;
        });
    }

    public TestChannel channel() {
        return channel;
    }

    public TestClock clock() {
        return clock;
    }

    public TestPlatform platform() {
        return platform;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Every bean of this type. */
    public <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** The house's number of a group. */
    public long id(Chat chat) {
        return get(Roles.class).in(chat.address(), chat.address()).orElseThrow().group().id();
    }

    /** The signals of a group, the newest first. */
    public List<SignalDocument> signals(Chat chat) {
        return get(Signals.class).find(new Signals.Wanted(null, null, id(chat), null), 0, 200).items();
    }

    /** The one signal of a group. */
    public SignalDocument signal(Chat chat) {
        List<SignalDocument> all = signals(chat);
        if (all.size() != 1) {
            throw new AssertionError("there are " + all.size() + " signals");
        }
        return all.getFirst();
    }

    /** The last thing this chat was told, or an empty text. */
    public String lastText(Address chat) {
        return channel.calls(chat).stream().filter(c -> !c.text().isEmpty()).reduce((a, b) -> b)
                .map(TestChannel.Call::text)
                .orElse("");
    }

    /** The reaction the bot shows on a message now. */
    public @Nullable String reaction(Chat chat, String message) {
        return channel.calls(chat.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.Reaction.class::isInstance).map(Outgoing.Reaction.class::cast)
                .filter(r -> r.message().equals(message)).reduce((a, b) -> b).map(Outgoing.Reaction::emoji)
                .orElse(null);
    }

    /** Messages (not reactions) that everybody in the group sees. */
    public List<String> publicTexts(Chat chat) {
        return channel.calls(chat.address()).stream()
                .filter(c -> c.outgoing() instanceof Outgoing.Text text && text.onlyFor() == null)
                .map(TestChannel.Call::text)
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "org.covigie.bot")
    @ComponentScan(basePackages = "org.covigie.bot", excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.covigie\\.bot\\.(api|platform|testing)\\..*"))
    static class Rooms {}
}
