package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.covigie.bot.testing.Sayings.text;
import static org.covigie.bot.testing.TestChannel.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.Engine;
import org.covigie.bot.testing.TestChannel;
import org.covigie.bot.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class DeliveriesTest {
    private final TestClock clock = new TestClock();
    private final TestChannel channel = new TestChannel(clock);
    private final Engine engine;

    DeliveriesTest(Database database) {
        engine = Engine.on(database.freshUrl()).clock(clock).channel(channel).start();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_post_to_many_is_over_once_one_copy_is_sent_or_none_can_be() {
        Instant longAgo = clock.instant().minus(Duration.ofDays(8));
        Instant later = clock.instant().plus(Duration.ofHours(1));
        channel.answers(chat("3"), new Outcome.Refused("no"));
        channel.answers(chat("5"), new Outcome.Refused("no"));
        posts("sent", "1", null);
        posts("refused", "3", null);
        posts("waits", "4", later);
        posts("many@5", "5", null);
        posts("many@6", "6", null);
        posts("none@3", "5", later);
        posts("most@1", "1", null);
        posts("most@4", "4", later);
        await().until(() -> engine.db().sql("select count(*) from outbox where final_at is not null")
                .query(Long.class).single() == 5);

        assertThat(ended(longAgo))
                .isEqualTo(Map.of("sent", Deliveries.Fate.ARRIVED, "refused", Deliveries.Fate.NEVER, "many",
                        Deliveries.Fate.ARRIVED, "most", Deliveries.Fate.ARRIVED, "forgotten", Deliveries.Fate.NEVER));
        assertThat(ended(clock.instant().plusSeconds(1))).containsEntry("waits", Deliveries.Fate.NEVER)
                .containsEntry("none", Deliveries.Fate.NEVER);
    }

    private Map<String, Deliveries.Fate> ended(Instant before) {
        return engine.get(Deliveries.class)
                .ended(List.of("sent", "refused", "waits", "many", "none", "most", "forgotten"), before);
    }

    private void posts(String once, String person, @org.jspecify.annotations.Nullable Instant then) {
        engine.get(Outbox.class).post(text("k", chat(person), "bonjour").once(once).notBefore(then));
    }
}
