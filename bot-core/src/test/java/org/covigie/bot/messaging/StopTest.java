package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.covigie.bot.messaging.Hosted.chatter;
import static org.covigie.bot.messaging.Hosted.text;

import java.time.Duration;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StopTest {
    private final Hosted house;

    StopTest(Database database) {
        house = Hosted.on(database);
    }

    @Test
    void who_wants_nothing_more_gets_the_confirmation_and_nothing_else() {
        Address lea = house.person();
        house.posts(text(lea, "a1").asChatter(house.now().plusSeconds(60)));
        house.engine.inTransaction(() -> {
            house.outbox.post(text(lea, "a2"));
            house.outbox.stop(lea, text(lea, "entendu"));
            house.outbox.post(text(lea, "a3"));
        });
        house.posts(chatter(lea, "a4"), text(lea, "a5").mustArrive());
        house.passes(Duration.ofMinutes(2));
        assertThat(house.texts(lea)).containsExactly("entendu");
        assertThat(house.rows(lea)).containsExactly("CANCELLED stopped", "CANCELLED stopped", "SENT +",
                "CANCELLED stopped", "CANCELLED stopped", "CANCELLED stopped");
        assertThat(house.outbox.stopped(lea)).isTrue();
        house.outbox.resume(lea);
        house.posts(text(lea, "a6"));
        assertThat(house.outbox.stopped(lea)).isFalse();
        assertThat(house.texts(lea)).containsExactly("entendu", "a6");
    }

    @Test
    void what_comes_back_to_the_queue_after_the_stop_is_cancelled_too() {
        Address lea = house.person();
        house.channel.answers(lea, new Outcome.Unknown("timeout"));
        house.channel.knows((outgoing, known) -> new Whereabouts.HasNot());
        house.posts(text(lea, "a1"));
        house.outbox.stop(lea);
        house.passes(Duration.ofSeconds(5));
        house.passes(Duration.ofSeconds(30));
        assertThat(house.texts(lea)).hasSize(1);
        assertThat(house.rows(lea)).containsExactly("CANCELLED stopped");
    }
}
