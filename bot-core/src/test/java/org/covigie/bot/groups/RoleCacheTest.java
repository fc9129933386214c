package org.covigie.bot.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.signals.Status;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.EmbeddedPg;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class RoleCacheTest {
    private static final Address GROUP = TestChannel.chat("-1");
    private static final Address SOMEBODY = TestChannel.chat("1");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger loads = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(Database.class)
    void aChangeIsSeenAtOnceHereAndWithinASecondElsewhere(Database database) {
        House house = House.shared(database);
        RoleCache here = cache(house);
        RoleCache elsewhere = cache(house);
        asks(here);
        asks(elsewhere);
        assertThat(asks(here) + asks(elsewhere)).isZero();

        transaction(house).executeWithoutResult(status -> here.changed());

        assertThat(asks(here)).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(asks(elsewhere)).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(asks(elsewhere)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aChangeRolledBackLeavesNothingInTheCache(Database database) {
        House house = House.shared(database);
        RoleCache cache = cache(house);
        transaction(house).executeWithoutResult(status -> {
            cache.changed();
            asks(cache);
            status.setRollbackOnly();
        });

        assertThat(asks(cache)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasLoadedBeforeAChangeIsNotFoundAfterIt(Database database) {
        House house = House.shared(database);
        RoleCache cache = cache(house);
        cache.get(GROUP, SOMEBODY, () -> {
            cache.changed();
            return Optional.empty();
        });

        assertThat(asks(cache)).isEqualTo(1);
    }

    @Test
    void severalChangesOfOneTransactionAreOneRow() {
        House house = House.shared(Database.H2);
        RoleCache cache = cache(house);
        long before = epochs(house);

        transaction(house).executeWithoutResult(status -> {
            cache.changed();
            cache.changed();
        });

        assertThat(epochs(house)).isEqualTo(before + 1);
    }

    @Test
    void aRoleTakenAwayOnOneInstanceIsGoneOnTheOtherAtTheNextCommand() {
        String url = EmbeddedPg.freshUrl();
        try (House one = House.at(url); House two = House.at(url)) {
            Actor claire = one.person("Claire");
            Actor julie = two.person("Julie");
            Actor marc = two.person("Marc");
            Chat group = one.group("Soignants", claire);
            long id = one.id(group);
            long her = one.get(People.class).acted(julie.sender())
                    .id();
            one.get(Groups.class).correspondent(id, her, true);
            await().atMost(Duration.ofSeconds(2)).until(() -> holds(two, group, julie));

            one.get(Groups.class).correspondent(id, her, false);
            Quoted message = marc.says(group, "Trop tard");
            julie.replies(group, message, "/p");

            assertThat(two.signals(group)).noneMatch(signal -> signal.status() == Status.DRAFT);
            await().atMost(Duration.ofMillis(1500)).until(() -> !holds(two, group, julie));
        }
    }

    private static boolean holds(House house, Chat group, Actor actor) {
        return house.get(Roles.class).in(group.address(), actor.address()).filter(m -> m.holds(Role.CORRESPONDENT))
                .isPresent();
    }

    private static long epochs(House house) {
        return house.get(JdbcClient.class).sql("select count(*) from cache_epoch").query(Long.class).single();
    }

    private static TransactionTemplate transaction(House house) {
        return house.get(TransactionTemplate.class);
    }

    private RoleCache cache(House house) {
        return new RoleCache(house.get(JdbcClient.class), house.get(InstantSource.class), nanos::get);
    }

    /** How often the database was asked for this answer. */
    private int asks(RoleCache cache) {
        int before = loads.get();
        cache.get(GROUP, SOMEBODY, () -> {
            loads.incrementAndGet();
            return Optional.empty();
        });
        return loads.get() - before;
    }
}
