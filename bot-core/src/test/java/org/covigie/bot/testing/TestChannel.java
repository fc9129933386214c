package org.covigie.bot.testing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Receipt;
import org.covigie.bot.messaging.Trouble;
import org.covigie.bot.messaging.Whereabouts;
import org.covigie.bot.people.Address;

/** A channel in memory: records what is sent and answers what a test told it to, else that it was sent. */
public final class TestChannel implements Channel {
    public static final String NAME = "test";

    /** What a channel can do where people only ever write to the bot itself. */
    public static final Capabilities HOSTED = new Capabilities(1600, 3, false, false, false, false,
            Duration.ofHours(24), Duration.ZERO, 0, 0, 1, false, false, true, true,
            Set.of(org.covigie.bot.messaging.Opening.values()));

    /** One call as it arrived, with the id it was given unless a test told what to answer. */
    public record Call(Outgoing outgoing, Instant at, @org.jspecify.annotations.Nullable String message) {
        /** Its text, or an empty one for what has none. */
        public String text() {
            return switch (outgoing) {
                case Outgoing.Text t -> t.text().text();
                case Outgoing.Edit e -> e.text().text();
                case Outgoing.Reaction r -> "";
                case Outgoing.PressAnswer p -> p.text() == null ? "" : p.text();
                case Outgoing.File f -> f.caption().text();
                case Outgoing.Poll p -> p.question();
                case Outgoing.Media m -> m.caption().text();
                default -> "";
            };
        }
    }

    private final InstantSource clock;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<Address, Deque<Outcome>> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger messages = new AtomicInteger();
    private volatile Capabilities capabilities = new Capabilities(4096, 8, true, true, true, true, null, Duration.ZERO,
            0, 0);
    private volatile Function<Incoming, Incoming> completion = Function.identity();
    private volatile @org.jspecify.annotations.Nullable String ended;
    private final Map<String, org.covigie.bot.people.Words> remembered = new ConcurrentHashMap<>();
    private volatile org.covigie.bot.messaging.@org.jspecify.annotations.Nullable Price price;
    private volatile BiFunction<Outgoing, Set<String>, Whereabouts> whereabouts = (o,
            known) -> new Whereabouts.CannotSay();
    private volatile Function<String, @org.jspecify.annotations.Nullable Receipt> receipts = message -> null;
    private final AtomicInteger unreachable = new AtomicInteger();

    public TestChannel(InstantSource clock) {
        this.clock = clock;
    }

    /** A private chat, or with a leading minus a group, of this channel. */
    public static Address chat(String id) {
        return new Address(NAME, id);
    }

    /** What the next calls to this chat answer, one after the other. */
    public TestChannel answers(Address chat, Outcome... outcomes) {
        scripts.computeIfAbsent(chat, c -> new ArrayDeque<>()).addAll(List.of(outcomes));
        return this;
    }

    public TestChannel can(Capabilities now) {
        capabilities = now;
        return this;
    }

    /** Only what the pace is about: least time between two messages of a chat, most in a group's minute, most in a second. */
    public TestChannel paced(Duration perChat, int perGroupMinute, int perSecond) {
        return can(new Capabilities(4096, 8, true, true, true, true, null, perChat, perGroupMinute, perSecond));
    }

    /** What {@link #complete} makes of something. */
    public TestChannel completes(Function<Incoming, Incoming> how) {
        completion = how;
        return this;
    }

    /** The platform cannot be asked so many times. */
    public TestChannel cannotBeAsked(int times) {
        unreachable.set(times);
        return this;
    }

    /** What {@link #whereabouts} says of a message, given the ids accounted for. */
    public TestChannel knows(BiFunction<Outgoing, Set<String>, Whereabouts> how) {
        whereabouts = how;
        return this;
    }

    /** What {@link #ask} says of a message. */
    public TestChannel tells(Function<String, @org.jspecify.annotations.Nullable Receipt> how) {
        receipts = how;
        return this;
    }

    /** What closing a poll tells: votes per option with commas, a semicolon, voters. */
    public TestChannel pollsEndWith(String counts) {
        ended = counts;
        return this;
    }

    /** What the platform still has of a message. */
    public TestChannel remembers(String message, String words) {
        remembered.put(message, new org.covigie.bot.people.Words(words));
        return this;
    }

    /** What a message costs from now on. */
    public TestChannel costs(org.covigie.bot.messaging.Price each) {
        price = each;
        return this;
    }

    @Override
    public org.covigie.bot.people.@org.jspecify.annotations.Nullable Words recall(String message) {
        return remembered.get(message);
    }

    @Override
    public org.covigie.bot.messaging.@org.jspecify.annotations.Nullable Price price() {
        return price;
    }

    @Override
    public String joinLink(String code) {
        return "https://bot.example/join?" + code;
    }

    @Override
    public String groupLink(String code) {
        return "https://bot.example/group?" + code;
    }

    @Override
    public String messageLink(Address chat, String message) {
        return "https://bot.example/" + chat.id() + "/" + message;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> calls(Address chat) {
        return calls.stream().filter(c -> c.outgoing().to().equals(chat)).toList();
    }

    public List<String> texts(Address chat) {
        return calls(chat).stream().map(Call::text).toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public boolean group(Address chat) {
        return chat.id().startsWith("-") || chat.id().startsWith(HOSTED_GROUP);
    }

    @Override
    public boolean invitesInto(String text) {
        return text.startsWith("https://chat.example/");
    }

    @Override
    public Outcome send(Outgoing outgoing) {
        Deque<Outcome> script = scripts.get(outgoing.to());
        if (script != null) {
            synchronized (script) {
                Outcome next = script.poll();
                if (next != null) {
                    calls.add(new Call(outgoing, clock.instant(),
                            next instanceof Outcome.Sent sent ? sent.message() : null));
                    return next;
                }
            }
        }
        String message = String.valueOf(messages.incrementAndGet());
        calls.add(new Call(outgoing, clock.instant(), message));
        return switch (outgoing) {
            case Outgoing.Poll poll -> new Outcome.Sent(message, "poll-" + message);
            case Outgoing.PollEnd end -> new Outcome.Sent(end.message(), ended);
            case Outgoing.Invitation invitation -> new Outcome.Sent(null, "https://t.example/+invite" + message);
            default -> new Outcome.Sent(message);
        };
    }

    @Override
    public Incoming complete(Incoming incoming) throws IOException {
        if (unreachable.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IOException("unreachable");
        }
        return completion.apply(incoming);
    }

    @Override
    public Whereabouts whereabouts(Outgoing outgoing, Instant called, Set<String> known) {
        return whereabouts.apply(outgoing, known);
    }

    @Override
    public @org.jspecify.annotations.Nullable Receipt ask(String message) {
        return receipts.apply(message);
    }

    /** A code is the trouble's own name. */
    @Override
    public Trouble trouble(String code) {
        return Arrays.stream(Trouble.values()).filter(t -> t.name().equals(code)).findFirst().orElse(Trouble.OTHER);
    }
}
