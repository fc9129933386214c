package org.covigie.bot.sandbox.twilio;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state behind one lock, and what both sides (people and the bot) need of it. */
final class Engine {

    /** How long after a person's last message free text goes out: twilio.com/docs/whatsapp/key-concepts. */
    static final Duration WINDOW = Duration.ofHours(24);

    /** So many messages and calls are kept, the newest: enough for any story and any test, and no weight for weeks of play. */
    static final int KEPT = 5000;

    final ReentrantLock lock = new ReentrantLock();
    final String accountSid;
    final String from;
    final Faults faults;
    final Pace pace;
    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    final Lanes lanes = new Lanes();
    /** Bytes of media by their sid; only in memory. */
    final Map<String, byte[]> bytes = new HashMap<>();
    final Deque<Post> posts = new ArrayDeque<>();
    State state = new State();
    /** Scheme, host and port that it listens on; set at the start. */
    volatile String url = "";
    private final InstantSource clock;
    private Duration ahead = Duration.ZERO;

    Engine(InstantSource clock, String accountSid, String from, Faults faults, boolean rates) {
        this.clock = clock;
        this.accountSid = accountSid;
        this.from = from;
        this.faults = faults;
        this.pace = new Pace(rates);
    }

    <T extends @Nullable Object> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Runs under the lock, then tells the listeners; they may read at once. */
    <T extends @Nullable Object> T change(Supplier<T> work) {
        T result = read(work);
        if (!lock.isHeldByCurrentThread()) {
            listeners.forEach(Runnable::run);
        }
        return result;
    }

    void change(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }

    Instant now() {
        return clock.instant().plus(ahead);
    }

    void passes(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Two letters and 32 hexadecimal digits. */
    static String sid(String letters) {
        return letters + UUID.randomUUID().toString().replace("-", "");
    }

    /** Whose address it is; both of a person's lead to the same telephone. */
    State.@Nullable Account at(String address) {
        return state.people.values().stream()
                .filter(one -> address.equals(one.phone) || address.equals(one.bsuid)).findFirst().orElse(null);
    }

    State.Account account(String key) {
        State.Account account = state.people.get(key);
        if (account == null) {
            throw new IllegalStateException("Nobody has that telephone");
        }
        return account;
    }

    boolean open(State.Account account) {
        return account.lastInbound > 0
                && now().isBefore(Instant.ofEpochMilli(account.lastInbound).plus(WINDOW));
    }

    /** Keeps a message in the place of the oldest one; under the lock. */
    void keep(State.Message message) {
        state.messages.put(message.sid, message);
        while (state.messages.size() > KEPT) {
            state.messages.pollFirstEntry().getValue().media.forEach(one -> bytes.remove(one.sid()));
        }
    }

    /** Keeps a call in the place of the oldest one; under the lock. */
    void keep(Post post) {
        posts.addLast(post);
        while (posts.size() > KEPT) {
            posts.removeFirst();
        }
    }

    State.Message message(String sid) {
        State.Message message = state.messages.get(sid);
        if (message == null) {
            throw Refusal.notFound("/Messages/" + sid + ".json");
        }
        return message;
    }
}
