package org.covigie.bot.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.Tables;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every command there is, used by everybody there is, everywhere: it is allowed, or one courteous sentence comes and nothing changes. */
class GateTableTest {
    /** Somebody who uses a command, and the roles that makes. */
    private enum Who {
        STRANGER(Role.ANYONE), MEMBER(Role.MEMBER), CORRESPONDENT(Role.MEMBER, Role.CORRESPONDENT),
        DEPUTY(Role.MEMBER, Role.DEPUTY), ANIMATOR(Role.MEMBER, Role.DEPUTY, Role.ANIMATOR),
        ANONYMOUS_ADMINISTRATOR(Role.ANYONE);

        private final Set<Role> roles;

        Who(Role... roles) {
            this.roles = EnumSet.of(Role.ANYONE, roles);
        }

        /** Whoever uses a command in a group becomes known to it as a member. */
        boolean holds(Role role, boolean inGroup) {
            return roles.contains(role) || this == STRANGER && inGroup && role == Role.MEMBER;
        }
    }

    /** Transit, and what grows by time alone. */
    private static final List<String> NOT_OF_THE_DOMAIN = List.of("inbox", "inbox_seen", "outbox", "lane", "pace",
            "lease", "unreadable", "scheduled_tasks", "cache_epoch", "evening_card", "digest_week");
    /** What changes by somebody's being met, whatever that person wants. */
    private static final List<String> MET = List.of("person", "member", "group_counter");

    private static final House HOUSE = House.on(Database.H2);

    @AfterAll
    static void closes() {
        HOUSE.close();
    }

    @TestFactory
    Stream<DynamicTest> isAllowedOrRefusedWithOneSentence() {
        return HOUSE.get(Catalogue.class).all().stream()
                .map(command -> DynamicTest.dynamicTest("/" + command.words().getFirst(), () -> everybody(command)));
    }

    private static void everybody(Command command) {
        World world = new World();
        for (Who who : Who.values()) {
            for (Spot spot : Spot.values()) {
                if (who == Who.ANONYMOUS_ADMINISTRATOR && spot == Spot.PRIVATE) {
                    continue; // there is no private chat with nobody
                }
                boolean allowed = placed(command, spot) && who.holds(command.needs(), spot != Spot.PRIVATE);
                Use use = new Use(world, command, who, spot);
                if (allowed) {
                    use.isAllowed();
                } else {
                    use.isRefused();
                }
                if (allowed || who == Who.STRANGER) {
                    // what it did must not change what the next ones may do, and a stranger is one only once
                    world = new World();
                }
            }
        }
    }

    private static boolean placed(Command command, Spot spot) {
        return command.place().contains(spot) || spot == Spot.REPLY && command.place().contains(Spot.GROUP);
    }

    /** A group with one person of each role. */
    private static final class World {
        private final Map<Who, Actor> people;
        private final Chat group;
        private final Quoted message;
        private final Tables tables = new Tables(HOUSE);

        World() {
            people = Stream.of(Who.values())
                    .collect(Collectors.toMap(who -> who, who -> HOUSE.person(who.name() + HOUSE.nextId())));
            Actor animator = actor(Who.ANIMATOR);
            person(Who.ANIMATOR);
            group = HOUSE.group("Groupe " + HOUSE.nextId(), animator);
            Groups groups = HOUSE.get(Groups.class);
            long id = HOUSE.id(group);
            groups.enrol(id, person(Who.MEMBER));
            groups.correspondent(id, person(Who.CORRESPONDENT), true);
            groups.enrol(id, person(Who.DEPUTY));
            HOUSE.get(JdbcClient.class).sql("update member set deputy = true where group_id = :group "
                    + "and person_id = :person").param("group", id).param("person", person(Who.DEPUTY)).update();
            message = actor(Who.MEMBER).says(group, "Un message de tous les jours");
        }

        Actor actor(Who who) {
            return java.util.Objects.requireNonNull(people.get(who));
        }

        private long person(Who who) {
            Sender sender = actor(who).sender();
            People house = HOUSE.get(People.class);
            house.privateChat(sender.address(), true);
            return house.acted(sender).id();
        }

        long lines() {
            return HOUSE.get(JdbcClient.class).sql("select count(*) from journal").query(Long.class).single();
        }
    }

    /** One use of a command by somebody somewhere. */
    private record Use(World world, Command command, Who who, Spot spot) {
        void isAllowed() {
            List<TestChannel.Call> calls = happens();

            assertThat(texts(calls)).as("%s", this).noneMatch(text -> refuses(command, text));
        }

        void isRefused() {
            List<String> aside = new ArrayList<>(NOT_OF_THE_DOMAIN);
            if (who == Who.STRANGER) {
                aside.addAll(MET);
            }
            aside.add("journal");
            Map<String, List<String>> before = world.tables.contents(aside);
            // what one person is refused is noted once an hour: the last one stands for itself here
            HOUSE.get(JdbcClient.class).sql("delete from journal where what = 'refused'").update();
            long lines = world.lines();

            List<TestChannel.Call> calls = happens();

            assertThat(texts(calls)).as("%s", this).hasSize(1).allMatch(text -> refuses(command, text));
            assertThat(calls).as("%s", this).allMatch(call -> call.outgoing() instanceof Outgoing.Text text
                    && (who == Who.ANONYMOUS_ADMINISTRATOR
                            ? text.to().equals(world.group.address())
                            : text.to().equals(address()) || address().equals(text.onlyFor())));
            assertThat(changes(before, world.tables.contents(aside))).as("%s changes nothing", this).isEmpty();
            assertThat(world.lines() - lines).as("%s in the journal", this).isEqualTo(noted() ? 1 : 0);
        }

        /** In private the group is known when it is the role that is missing, to somebody who is in one group only. */
        private boolean noted() {
            return command.guarded() && (spot != Spot.PRIVATE
                    || command.place().contains(Spot.PRIVATE) && who != Who.STRANGER);
        }

        private org.covigie.bot.people.Address address() {
            return world.actor(who).address();
        }

        private List<TestChannel.Call> happens() {
            int before = HOUSE.channel().calls().size();
            boolean inGroup = spot != Spot.PRIVATE;
            Sender sender = who == Who.ANONYMOUS_ADMINISTRATOR
                    ? new Sender(world.group.address(), new Words("Groupe"), null, null, false, true)
                    : world.actor(who).sender();
            HOUSE.arrives(new Incoming.Said(inGroup ? world.group.address() : address(),
                    inGroup ? Place.GROUP : Place.PRIVATE, sender, HOUSE.nextId(), null,
                    new Words("/" + command.words().getFirst()), spot == Spot.REPLY ? world.message : null, null, false,
                    false, inGroup ? new Words(world.group.title()) : null, HOUSE.clock().instant()));
            assertThat(HOUSE.get(JdbcClient.class).sql("select count(*) from inbox").query(Long.class).single())
                    .as("%s is handled", this).isZero();
            List<TestChannel.Call> calls = HOUSE.channel().calls();
            return calls.subList(before, calls.size());
        }

        @Override
        public String toString() {
            return "/" + command.words().getFirst() + " by " + who + " in " + spot;
        }
    }

    /** Rows that are there only before or only after. */
    private static List<String> changes(Map<String, List<String>> before, Map<String, List<String>> after) {
        List<String> changes = new ArrayList<>();
        before.forEach((table, rows) -> {
            List<String> now = after.getOrDefault(table, List.of());
            rows.stream().filter(row -> !now.contains(row)).forEach(row -> changes.add("- " + table + " " + row));
            now.stream().filter(row -> !rows.contains(row)).forEach(row -> changes.add("+ " + table + " " + row));
        });
        return changes;
    }

    private static List<String> texts(List<TestChannel.Call> calls) {
        return calls.stream().map(TestChannel.Call::text).filter(text -> !text.isEmpty()).toList();
    }

    /** Whether this is one of the sentences by which the gate refuses this command. */
    private static boolean refuses(Command command, String text) {
        Texts texts = HOUSE.get(Texts.class);
        return Stream.of("gate.place.reply", "gate.place.group", "gate.place.private", "gate.anonymous",
                "gate.role." + command.needs().name(), "gate.unknown", "gate.group-unknown", "gate.locked")
                .map(key -> texts.plain(key, Locale.FRENCH, command)).anyMatch(text::equals);
    }
}
