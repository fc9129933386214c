package org.covigie.bot.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two chats do to the same groups at the same moment. */
class AtOnceTest {
    private static final int TIMES = 15;

    @ParameterizedTest
    @EnumSource(Database.class)
    void twoGroupsNeverBecomeLocalGroupsOfEachOther(Database database) throws Exception {
        House house = House.shared(database);
        Branches branches = house.get(Branches.class);
        Groups groups = house.get(Groups.class);
        Actor claire = house.person("Claire");
        for (int i = 0; i < TIMES; i++) {
            long one = house.id(house.group("Une", claire));
            long two = house.id(house.group("Deux", claire));

            together(() -> branches.link(one, two, null, null), () -> branches.link(two, one, null, null));

            assertThat(List.of(one, two)).map(id -> groups.find(id).orElseThrow().parent())
                    .containsOnlyOnce((Long) null);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aGroupHasOneAnimatorWhoeverLeavesWhileTheRoleIsHandedOver(Database database) throws Exception {
        House house = House.shared(database);
        Groups groups = house.get(Groups.class);
        Actor claire = house.person("Claire");
        for (int i = 0; i < TIMES; i++) {
            Chat chat = house.group("Groupe", claire);
            long group = house.id(chat);
            long first = person(house, claire.address());
            long deputy = person(house, house.person("Julie").address());
            long other = person(house, house.person("Marc").address());
            groups.deputy(group, deputy, true);
            groups.enrol(group, other);

            together(() -> groups.left(group, first), () -> groups.animator(group, other));

            assertThat(groups.animated(group)).isTrue();
            assertThat(house.get(JdbcClient.class).sql("select count(*) from member where group_id = ? and animator")
                    .param(group).query(Long.class).single()).isEqualTo(1);
        }
    }

    private static long person(House house, Address address) {
        return house.get(People.class).meet(address).id();
    }

    private static void together(Runnable one, Runnable two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = List.of(threads.submit(() -> tried(start, one)),
                    threads.submit(() -> tried(start, two)));
            for (Future<?> each : both) {
                each.get();
            }
        }
    }

    /** As a chat's lane does: what was changed by somebody else meanwhile is tried anew. */
    private static boolean tried(CyclicBarrier start, Runnable work) throws Exception {
        start.await();
        for (int attempt = 1;; attempt++) {
            try {
                work.run();
                return true;
            } catch (TransientDataAccessException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }
}
