package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.Engine;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaseTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void a_lease_lasts_as_long_as_asked_by_the_database_s_clock(Database database) {
        try (Engine engine = Engine.on(database.freshUrl()).channel(new TestChannel(InstantSource.system())).start()) {
            Lease lease = engine.get(Lease.class);
            assertThat(lease.hold("poll", Duration.ofMinutes(30))).isTrue();
            assertThat(lease.hold("poll", Duration.ofMinutes(3))).isTrue();
            assertThat(engine.db()
                    .sql("select count(*) from lease where held_until > current_timestamp + interval '179' second"
                            + " and held_until < current_timestamp + interval '181' second")
                    .query(Long.class).single()).isEqualTo(1);
            lease.release("poll");
            assertThat(engine.db().sql("select count(*) from lease").query(Long.class).single()).isZero();
        }
    }
}
