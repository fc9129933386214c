package org.covigie.bot.sandbox.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do on their telephones, what they see there, and what the bot has asked of Twilio. Thread-safe. */
public final class World {

    private final Engine engine;
    private final Inbound inbound;
    private final PlainGroup group;

    World(Engine engine, Inbound inbound) {
        this.engine = engine;
        this.inbound = inbound;
        this.group = new PlainGroup(engine);
    }

    /**
     * Somebody with WhatsApp; whoever has that number or id already is the same person.
     *
     * @param phone {@code +33…}; null for somebody who hides it behind a user name
     * @param bsuid two letters, a point, letters and digits; null for somebody of whom only the number is told
     */
    public Person person(String name, @Nullable String phone, @Nullable String bsuid) {
        if (phone == null && bsuid == null) {
            throw new IllegalArgumentException("A person has a number or an id");
        }
        String number = phone == null ? null : "whatsapp:" + phone;
        String id = bsuid == null ? null : "whatsapp:" + bsuid;
        return engine.change(() -> {
            State.Account known = number == null ? null : engine.at(number);
            known = known == null && id != null ? engine.at(id) : known;
            if (known == null) {
                known = new State.Account();
                known.key = Objects.requireNonNull(id == null ? number : id);
                known.phone = number;
                known.bsuid = id;
                engine.state.people.put(known.key, known);
            }
            known.name = name;
            return new Person(engine, inbound, known.key);
        });
    }

    public List<Person> people() {
        return engine.read(() -> engine.state.people.keySet().stream().map(key -> new Person(engine, inbound, key))
                .toList());
    }

    /** What that telephone shows, oldest first: what its owner wrote, and what has arrived. */
    public List<SeenMessage> messages(Person person) {
        return seen(person).stream().filter(one -> one.mine() || arrived(one)).toList();
    }

    /** The same, with what did not or not yet arrive; the telephone does not show that, but the page does. */
    public List<SeenMessage> seen(Person person) {
        return engine.read(() -> engine.state.messages.values().stream()
                .filter(one -> one.person.equals(person.key())).map(this::seen).toList());
    }

    private static boolean arrived(SeenMessage message) {
        return List.of("sent", "delivered", "read").contains(message.status());
    }

    private SeenMessage seen(State.Message message) {
        State.Message quoted = message.repliedTo == null ? null : engine.state.messages.get(message.repliedTo);
        return new SeenMessage(message.sid, message.inbound, words(message),
                message.media.stream().map(one -> new SeenMessage.Media(one.sid(), one.type())).toList(),
                message.buttons.stream().map(one -> new SeenMessage.Button(one.id(), one.title())).toList(),
                message.list, message.repliedTo, quoted == null ? null : quoted.body, message.forwarded,
                message.approved, message.status, message.error, message.created / 1000);
    }

    private static String words(State.Message message) {
        return message.inbound || message.media.stream().allMatch(one -> MediaTypes.captioned(one.type()))
                ? message.body
                : "";
    }

    /** The bytes of a medium; they do not outlive a restart. */
    public Optional<byte[]> media(String id) {
        return engine.read(() -> Optional.ofNullable(engine.bytes.get(id)).map(byte[]::clone));
    }

    /** The media type of a medium. */
    public Optional<String> mediaType(String id) {
        return engine.read(() -> engine.state.messages.values().stream().flatMap(one -> one.media.stream())
                .filter(one -> one.sid().equals(id)).map(State.Media::type).findFirst());
    }

    /** The last calls that would create a message, in their order; whatever became of them. At most 5,000. */
    public List<Post> posts() {
        return engine.read(() -> List.copyOf(engine.posts));
    }

    /** Moves this server's clock on: windows shut, pair rates recover. */
    public void passes(Duration time) {
        engine.change(() -> engine.passes(time));
    }

    /** An approved template, which may open a conversation; the same sid again replaces it. */
    public void approved(String contentSid, String name, String language, String body) {
        engine.change(() -> {
            var text = Json.object();
            text.set("twilio/text", Json.object().put("body", body));
            new ContentApi(engine).keep(contentSid, name, language, Json.object(), text, true);
        });
    }

    /** How many messages, webhooks and callbacks are under way: 0 when nothing more happens by itself. */
    public int underWay() {
        return engine.lanes.underWay();
    }

    public Faults faults() {
        return engine.faults;
    }

    /** The group that people have among themselves. */
    public PlainGroup group() {
        return group;
    }

    public Optional<String> note(String name) {
        return engine.read(() -> Optional.ofNullable(engine.state.notes.get(name)));
    }

    public void note(String name, String value) {
        engine.change(() -> {
            engine.state.notes.put(name, value);
        });
    }

    /** Everybody and everything is gone, but for the templates. */
    public void begins() {
        engine.change(() -> {
            State fresh = new State();
            fresh.contents.putAll(engine.state.contents);
            engine.state = fresh;
            engine.bytes.clear();
        });
    }

    /** Called after each change, on the thread that made it. */
    public void onChange(Runnable listener) {
        engine.listeners.add(listener);
    }
}
