package org.covigie.bot.sandbox.telegram;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The state behind one lock, and what both sides (people and the bot) need of it. */
final class Engine {

    /** Kinds that an empty allowed_updates leaves out: core.telegram.org/bots/api#getupdates. */
    static final Set<String> NOT_BY_DEFAULT = Set.of("chat_member", "message_reaction", "message_reaction_count");
    /** From the official server's limit of pending updates, made smaller for a laptop. */
    private static final int MOST_PENDING = 100_000;

    final ReentrantLock lock = new ReentrantLock();
    final Condition arrived = lock.newCondition();
    final InstantSource clock;
    final ObjectNode bot;
    final long botId;
    final Rates rates;
    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Bytes of sent files, by file id; only in memory. */
    final Map<String, Upload> files = new HashMap<>();
    final Deque<BotCall> calls = new ArrayDeque<>();
    State state = new State();
    Runnable onUpdate = () -> {};

    Engine(InstantSource clock, ObjectNode bot, Rates rates) {
        this.clock = clock;
        this.bot = bot;
        this.botId = Json.id(bot, "id");
        this.rates = rates;
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

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** Queues an update when the bot asked for its kind; the choice is made at creation, as on the real server. */
    void offer(String kind, String key, JsonNode body) {
        Set<String> allowed = state.allowed;
        if (allowed == null ? NOT_BY_DEFAULT.contains(kind) : !allowed.contains(kind)) {
            return;
        }
        if (state.updates.size() < MOST_PENDING) {
            state.updates.add(new State.Pending(state.nextUpdateId++, kind, key, now(), (ObjectNode) body.deepCopy()));
        }
        arrived.signalAll();
        onUpdate.run();
    }

    /** Drops what nobody fetched in time: a pressed button lives 150 s in the queue, the rest a day. */
    void expire() {
        long now = now();
        state.updates.removeIf(update -> now - update.at() > ("callback_query".equals(update.kind()) ? 150 : 86_400));
    }

    ObjectNode user(long id) {
        if (id == botId) {
            return bot();
        }
        ObjectNode user = state.users.get(id);
        if (user == null) {
            throw Refusal.bad("user not found");
        }
        return user.deepCopy();
    }

    /** The bot as a message's sender: a User without what only getMe tells. */
    ObjectNode bot() {
        return Json.object().put("id", botId).put("is_bot", true).put("first_name", Json.text(bot, "first_name"))
                .put("username", Json.text(bot, "username"));
    }

    Room room(long id) {
        Room room = state.rooms.get(id);
        if (room == null) {
            throw Refusal.bad("chat not found");
        }
        return room;
    }

    int nextMessageId(Room room) {
        return "supergroup".equals(room.type()) ? room.nextMessage++ : state.nextAccountMessage++;
    }

    /** A message's shell with its number, date and chat. */
    ObjectNode message(Room room) {
        ObjectNode message = Json.object();
        message.put("message_id", nextMessageId(room));
        message.set("chat", room.chat.deepCopy());
        message.put("date", now());
        return message;
    }

    /** Keeps a message and, when the bot may read it, tells the bot. */
    int post(Room room, ObjectNode message, boolean hears) {
        int id = message.path("message_id").asInt(0);
        room.keep(id, message);
        if (hears) {
            offer("message", "chat:" + room.id, message);
        }
        return id;
    }

    /** A service message; bots hear all of them, their own too. */
    int service(Room room, ObjectNode from, String field, JsonNode value) {
        ObjectNode message = message(room);
        message.set("from", from);
        message.set(field, value);
        return post(room, message, room.isPrivate() || room.has(botId));
    }

    /** A message as it stands inside another one: never with a reply of its own. */
    static ObjectNode quoted(ObjectNode message) {
        ObjectNode copy = message.deepCopy();
        copy.remove("reply_to_message");
        return copy;
    }

    /** Changes a member and tells the bot of it, by my_chat_member for itself. */
    void member(Room room, ObjectNode by, long user, ObjectNode now, @Nullable ObjectNode joinedBy) {
        ObjectNode before = room.members.get(user);
        ObjectNode who = user(user);
        room.members.put(user, now);
        ObjectNode update = Json.object();
        update.set("chat", room.chat.deepCopy());
        update.set("from", by);
        update.put("date", now());
        update.set("old_chat_member", withUser(before == null ? Members.left() : before, who));
        update.set("new_chat_member", withUser(now, who));
        if (joinedBy != null) {
            update.set("invite_link", joinedBy);
            update.put("via_join_request", joinedBy.path("creates_join_request").asBoolean(false));
        }
        if (user == botId) {
            offer("my_chat_member", "me:" + room.id, update);
        } else if (room.isAdmin(botId)) {
            offer("chat_member", "user:" + user, update);
        }
    }

    static ObjectNode withUser(ObjectNode member, ObjectNode user) {
        ObjectNode whole = Json.object();
        whole.set("user", user);
        whole.setAll(member.deepCopy());
        return whole;
    }

    List<Room> groups() {
        return new ArrayList<>(state.rooms.values().stream().filter(room -> !room.isPrivate()).toList());
    }
}
