package org.covigie.bot.sandbox.telegram;

import tools.jackson.databind.node.ObjectNode;

/** How groups come to be and change; the part of {@link World} about membership. */
final class Groups {

    private static final long SUPERGROUP = -1_001_500_000_000L;
    private static final long BASIC = -4_500_000_000L;

    private final Engine engine;

    Groups(Engine engine) {
        this.engine = engine;
    }

    Group create(String type, boolean forum, String title, Person creator, Person... members) {
        return engine.change(() -> {
            Room room = room(type, forum, title);
            room.members.put(creator.id(), Members.creator(false));
            for (Person member : members) {
                room.members.put(member.id(), Members.member());
            }
            engine.service(room, engine.user(creator.id()),
                    "supergroup".equals(type) ? "supergroup_chat_created" : "group_chat_created", Json.yes());
            return new Group(room.id, title);
        });
    }

    private Room room(String type, boolean forum, String title) {
        Room room = new Room();
        room.id = ("group".equals(type) ? BASIC : SUPERGROUP) - engine.state.nextGroup++;
        room.chat = Json.object().put("id", room.id).put("title", title).put("type", type);
        if (forum) {
            room.chat.put("is_forum", true);
        }
        engine.state.rooms.put(room.id, room);
        return room;
    }

    int topic(Group group, Person by, String name) {
        return engine.change(() -> {
            Room room = engine.room(group.id());
            if (!room.isForum()) {
                throw new IllegalStateException("Only forums have topics");
            }
            ObjectNode message = engine.message(room);
            message.set("from", engine.user(by.id()));
            message.put("message_thread_id", message.path("message_id").asInt(0)).put("is_topic_message", true);
            message.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
            return engine.post(room, message, room.has(engine.botId));
        });
    }

    void enter(Group group, Person by, Person person) {
        engine.change(() -> {
            Room room = engine.room(group.id());
            boolean oneself = by.id() == person.id();
            if (room.has(person.id()) || oneself && room.statusOf(person.id()).equals("kicked")
                    || !oneself && !room.has(by.id())) {
                throw new IllegalStateException("Nobody comes in twice, or is added by an outsider");
            }
            engine.member(room, engine.user(by.id()), person.id(), Members.member(), null);
            return engine.service(room, engine.user(by.id()), "new_chat_members",
                    Json.array().add(engine.user(person.id())));
        });
    }

    void exit(Group group, Person by, Person person, ObjectNode how) {
        engine.change(() -> {
            Room room = engine.room(group.id());
            if (!room.has(person.id()) || by.id() != person.id() && !room.isAdmin(by.id())) {
                throw new IllegalStateException("Only who is there leaves, and only administrators put others out");
            }
            engine.member(room, engine.user(by.id()), person.id(), how, null);
            return engine.service(room, engine.user(by.id()), "left_chat_member", engine.user(person.id()));
        });
    }

    void change(Group group, Person by, long user, ObjectNode member) {
        engine.change(() -> {
            engine.member(engine.room(group.id()), engine.user(by.id()), user, member, null);
            return true;
        });
    }

    /** The apps tell a bot that is made administrator at once in one step, before the service message. */
    void addBot(Group group, Person by, boolean asAdmin) {
        engine.change(() -> {
            Room room = engine.room(group.id());
            engine.member(room, engine.user(by.id()), engine.botId,
                    asAdmin ? Members.administrator(false) : Members.member(), null);
            return engine.service(room, engine.user(by.id()), "new_chat_members", Json.array().add(engine.bot()));
        });
    }

    Group migrate(Group group) {
        return engine.change(() -> {
            Room old = engine.room(group.id());
            if (!"group".equals(old.type()) || old.migratedTo != null) {
                throw new IllegalStateException("Only a basic group migrates");
            }
            Room next = room("supergroup", false, group.title());
            old.members.forEach((user, member) -> next.members.put(user, member.deepCopy()));
            ObjectNode by = engine.user(old.members.keySet().iterator().next());
            engine.service(old, by, "migrate_to_chat_id", Json.MAPPER.getNodeFactory().numberNode(next.id));
            engine.service(next, by, "migrate_from_chat_id", Json.MAPPER.getNodeFactory().numberNode(old.id));
            old.migratedTo = next.id;
            return new Group(next.id, group.title());
        });
    }
}
