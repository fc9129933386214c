package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaseTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void oneInstanceAtATimeHoldsIt(Database database) {
        String url = database.freshUrl();
        try (Engine one = Engine.on(url).asleep().start(); Engine other = Engine.on(url).asleep().start()) {
            Lease mine = one.get(Lease.class);
            Lease theirs = other.get(Lease.class);

            assertThat(mine.hold("poller", Duration.ofSeconds(30))).isTrue();
            assertThat(mine.hold("poller", Duration.ofSeconds(30))).isTrue();
            assertThat(theirs.hold("poller", Duration.ofSeconds(30))).isFalse();

            mine.release("poller");
            assertThat(theirs.hold("poller", Duration.ofSeconds(30))).isTrue();
        }
    }
}
