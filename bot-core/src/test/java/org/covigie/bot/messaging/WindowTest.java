package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.covigie.bot.messaging.Hosted.chatter;
import static org.covigie.bot.messaging.Hosted.text;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class WindowTest {
    private static final Duration DAY = Duration.ofHours(24);
    private final Hosted house;

    WindowTest(Database database) {
        house = Hosted.on(database);
    }

    @Test
    void within_a_day_of_a_persons_word_everything_goes_and_after_that_it_waits_for_the_next() {
        Address lea = house.person();
        house.passes(DAY.minusMinutes(2));
        house.posts(text(lea, "a1"));
        house.passes(Duration.ofMinutes(1));
        house.posts(text(lea, "a2"), chatter(lea, "c1"), chatter(lea, "c2"), text(lea, "a3"));
        assertThat(house.texts(lea)).containsExactly("a1");
        assertThat(house.rows(lea).subList(1, 5)).allMatch("PENDING window +"::equals);
        house.says(lea, "bonjour");
        house.idle();
        assertThat(house.texts(lea)).containsExactly("a1", "a2", "a3", "c1\nc2");
        assertThat(house.openers(lea)).isEmpty();
    }

    @Test
    void who_has_pressed_a_button_has_written() {
        Address lea = house.stranger();
        house.posts(text(lea, "a1"));
        house.engine.get(Inbox.class).accept("test",
                List.of(org.covigie.bot.testing.Sayings.arrival("press-" + lea.id(),
                        new Incoming.Pressed(lea, Place.PRIVATE, new Sender(lea, org.covigie.bot.people.Words.NONE,
                                null, null, false, false), "x", null, null, "/aide", house.now()))));
        house.idle();
        assertThat(house.texts(lea)).containsExactly("a1");
    }

    @Test
    void what_must_arrive_knocks_once_and_goes_with_the_answer() {
        Address lea = house.stranger();
        house.posts(text(lea, "a1").mustArrive(), text(lea, "a2").mustArrive());
        house.posts(text(lea, "a3").mustArrive());
        assertThat(house.openers(lea)).containsExactly(Opening.NOTICE);
        assertThat(house.rows(lea)).contains("SENT +").filteredOn("PENDING window +"::equals).hasSize(3);
        house.passes(Duration.ofHours(30));
        house.posts(text(lea, "a4").mustArrive());
        assertThat(house.openers(lea)).hasSize(1);
        house.says(lea, "oui");
        house.idle();
        assertThat(house.texts(lea).subList(1, 5)).containsExactly("a1", "a2", "a3", "a4");
        house.passes(DAY);
        house.posts(text(lea, "a5").mustArrive());
        assertThat(house.openers(lea)).hasSize(2);
    }

    @Test
    void a_text_that_says_it_all_goes_in_place_of_the_message() {
        Address lea = house.stranger();
        house.posts(
                text(lea, "mot ".repeat(600)).opening(Opening.SYNTHESIS, List.of("Titre", "https://covigie.org/1")));
        assertThat(house.channel.calls(lea)).singleElement()
                .satisfies(call -> assertThat(call.outgoing()).isEqualTo(
                        new Outgoing.Opener(lea, Opening.SYNTHESIS, List.of("Titre", "https://covigie.org/1"))));
        assertThat(house.rows(lea)).containsExactly("SENT +", "CANCELLED window");
    }

    @Test
    void what_waits_is_given_up_after_seven_days_and_chatter_after_two() {
        Address lea = house.stranger();
        house.posts(text(lea, "a1"), chatter(lea, "c1"));
        house.passes(Duration.ofHours(47));
        house.tends();
        assertThat(house.rows(lea)).containsExactly("PENDING window +", "PENDING window +");
        house.passes(Duration.ofHours(1));
        house.tends();
        assertThat(house.rows(lea)).containsExactly("PENDING window +", "CANCELLED window");
        house.passes(Duration.ofDays(5));
        house.tends();
        assertThat(house.rows(lea)).containsExactly("CANCELLED window", "CANCELLED window");
        house.says(lea, "bonjour");
        house.idle();
        assertThat(house.texts(lea)).isEmpty();
    }

    @Test
    void what_people_said_is_not_kept_longer_though_nobody_knows_whether_it_left_or_the_channel_is_off() {
        Address lea = house.person();
        house.channel.answers(lea, new Outcome.Unknown("500"));
        house.posts(chatter(lea, "c1"));
        house.engine.db().sql("update outbox set channel = 'off' where lane = :lane")
                .param("lane", house.engine.get(Sealer.class).lane(lea)).update();
        house.posts(chatter(lea, "c2"));
        house.engine.db().sql("update outbox set channel = 'off' where lane = :lane")
                .param("lane", house.engine.get(Sealer.class).lane(lea)).update();
        house.clock.advance(Duration.ofHours(48));
        house.engine.get(Tending.class).run();
        assertThat(house.rows(lea)).containsExactly("UNKNOWN 500", "CANCELLED window");
    }

    @Test
    void what_no_handler_could_take_loses_its_words_after_two_days() {
        house.engine.db().sql("insert into inbox (lane, channel, external_id, status, body, received_at) values "
                + "('dead', :channel, 'dead', 'DEAD', :body, :now)").param("channel", TestChannel.NAME)
                .param("body", new byte[]{1}).param("now", Times.column(house.now())).update();
        house.clock.advance(Duration.ofHours(47));
        house.engine.get(Tending.class).run();
        assertThat(deadBytes()).isEqualTo(1);
        house.clock.advance(Duration.ofHours(1));
        house.engine.get(Tending.class).run();
        assertThat(deadBytes()).isZero();
        house.engine.db().sql("delete from inbox where external_id = 'dead'").update();
    }

    private int deadBytes() {
        return house.engine.db().sql("select octet_length(body) from inbox where external_id = 'dead'")
                .query(Integer.class).single();
    }

    @Test
    void one_can_ask_who_cannot_be_reached_and_why() {
        Windows windows = house.engine.get(Windows.class);
        Address lea = house.person();
        assertThat(windows.closes(lea)).contains(house.now().plus(DAY));
        assertThat(windows.reach(house.stranger())).isEqualTo(Windows.Reach.SHUT);
        house.outbox.stop(lea);
        assertThat(windows.reach(lea)).isEqualTo(Windows.Reach.STOPPED);
        assertThat(windows.closes(lea)).isEmpty();
        Address max = house.person();
        house.channel.answers(max, new Outcome.Gone("BLOCKED"));
        house.posts(text(max, "b1"));
        assertThat(windows.reach(max)).isEqualTo(Windows.Reach.GONE);
        house.writes(max);
        assertThat(windows.reach(max)).isEqualTo(Windows.Reach.OPEN);
    }

    @Test
    void when_somebody_last_wrote_and_who_stopped_is_not_forgotten_with_old_deliveries() {
        Address lea = house.person();
        Address max = house.stranger();
        house.outbox.stop(max);
        house.idle();
        house.engine.get(OutboxStore.class).purge(house.now());
        assertThat(house.lane(lea, "heard_at")).hasSize(1);
        house.passes(Duration.ofHours(31));
        house.engine.get(OutboxStore.class).purge(house.now());
        assertThat(house.lane(lea, "heard_at")).isEmpty();
        assertThat(house.outbox.stopped(max)).isTrue();
    }
}
