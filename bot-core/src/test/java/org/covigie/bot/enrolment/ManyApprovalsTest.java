package org.covigie.bot.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.junit.jupiter.api.Test;

/** Fifty decisions at once on PostgreSQL: the limit is never passed, and of two deputies one wins. */
class ManyApprovalsTest {
    private static final int CANDIDATES = 50;
    private static final int TAKEN = 40;
    private static final int LIMIT = 60;

    @Test
    void fiftyApprovalsAtOnceFillTheGroupAndNoMore() throws Exception {
        House house = House.shared(Database.POSTGRESQL);
        Actor claire = house.person("Claire");
        claire.writes("/start");
        Chat chat = house.group("Plein " + house.nextId(), claire);
        long group = house.id(chat);
        for (int i = 0; i < CANDIDATES; i++) {
            house.person("C" + i).asksToJoin(chat, null, TAKEN);
        }
        GroupInfo info = house.get(Groups.class).info(group).orElseThrow();
        Person by = house.get(People.class).find(claire.address()).orElseThrow();

        List<Future<?>> presses = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 1; i <= CANDIDATES; i++) {
                int number = i;
                presses.add(threads.submit(() -> {
                    go.await();
                    return house.get(Decisions.class).approve(info, by, number);
                }));
            }
            go.countDown();
            for (Future<?> press : presses) {
                press.get();
            }
        }
        house.settles();

        long approved = house.get(Enrolments.class).find(EnrolmentStatus.APPROVED, 0, 1000).items().stream()
                .filter(one -> one.group().id() == group).count();
        assertThat(approved).isEqualTo(LIMIT - TAKEN);
        assertThat(house.get(Groups.class).find(group).orElseThrow().taken()).isEqualTo(LIMIT);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        House house = House.shared(Database.POSTGRESQL);
        Actor claire = house.person("Claire");
        claire.writes("/start");
        Chat chat = house.group("Deux " + house.nextId(), claire);
        house.person("Nora").asksToJoin(chat, null, TAKEN);
        GroupInfo info = house.get(Groups.class).info(house.id(chat)).orElseThrow();
        Person by = house.get(People.class).find(claire.address()).orElseThrow();

        List<String> keys = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CountDownLatch go = new CountDownLatch(1);
            var yes = threads.submit(() -> {
                go.await();
                return house.get(Decisions.class).approve(info, by, 1).parts().getFirst().key();
            });
            var no = threads.submit(() -> {
                go.await();
                return house.get(Decisions.class).decline(info, by, 1, "").parts().getFirst().key();
            });
            go.countDown();
            keys.add(yes.get());
            keys.add(no.get());
        }
        assertThat(keys).filteredOn(key -> key.startsWith("enrolment.already")).hasSize(1);
        house.settles();
    }
}
