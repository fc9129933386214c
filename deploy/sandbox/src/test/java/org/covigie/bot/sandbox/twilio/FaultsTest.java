package org.covigie.bot.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.covigie.bot.sandbox.twilio.Faults.Kind;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.sandbox.twilio.Caller.Answer;
import org.junit.jupiter.api.Test;

class FaultsTest extends StandInTest {

    private static final String STATUS = PUBLIC + "/whatsapp/status";

    /** Time passes only where a test says so: else a slow machine would pay back what was borrowed. */
    @Override
    TwilioStandIn.Builder settings() {
        return super.settings().clock(InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z")));
    }

    @Test
    void forty_five_messages_go_at_once_to_one_person_and_then_one_in_six_seconds() {
        lea.writes("Bonjour");
        List<String> sids = new ArrayList<>();
        for (int i = 0; i < 46; i++) {
            sids.add(twilio.created("To", lea.address(), "Body", "n" + i).text("sid"));
        }
        settles();
        assertThat(error(sids.get(44))).isZero();
        assertThat(error(sids.get(45))).isEqualTo(63018);
        world.passes(Duration.ofSeconds(7));
        String later = twilio.created("To", lea.address(), "Body", "later").text("sid");
        String tooSoon = twilio.created("To", lea.address(), "Body", "too soon").text("sid");
        settles();
        assertThat(error(later)).isZero();
        assertThat(error(tooSoon)).isEqualTo(63018);
    }

    @Test
    void a_429_is_not_processed_and_a_dropped_connection_is() {
        lea.writes("Bonjour");
        world.faults().share(Kind.TOO_MANY, 1);
        Answer refused = twilio.created("To", lea.address(), "Body", "a");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(20429);
        world.faults().share(Kind.TOO_MANY, 0);
        world.faults().share(Kind.DROPPED, 1);
        assertThat(twilio.create("To", lea.address(), "Body", "b")).isNull();
        world.faults().none();
        settles();
        assertThat(world.messages(lea)).extracting(SeenMessage::text).containsExactly("Bonjour", "b");
        assertThat(world.posts()).extracting(Post::status).containsExactly(429, 0);
    }

    @Test
    void a_500_is_processed_half_of_the_time() {
        lea.writes("Bonjour");
        world.faults().share(Kind.BROKEN, 1);
        for (int i = 0; i < 20; i++) {
            assertThat(twilio.created("To", lea.address(), "Body", "n" + i).code()).isEqualTo(20500);
        }
        settles();
        assertThat(world.messages(lea)).hasSizeBetween(5, 17);
        assertThat(world.posts().stream().filter(post -> post.sid() != null).count())
                .isEqualTo(world.messages(lea).size() - 1);
    }

    @Test
    void the_same_seed_brings_the_same_luck_in_any_order() {
        List<Integer> first = luck(1, List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        assertThat(luck(1, List.of("h", "g", "f", "e", "d", "c", "b", "a"))).isEqualTo(first.reversed());
        assertThat(first).contains(0, 1);
    }

    @Test
    void bad_luck_does_not_stay_with_a_message() {
        Faults faults = new Faults(1);
        faults.share(Kind.TOO_MANY, 0.05);
        int unluckyAgain = 0;
        int unlucky = 0;
        for (int message = 0; message < 20_000; message++) {
            if (faults.dice("m" + message).shows(Kind.TOO_MANY)) {
                unlucky++;
                unluckyAgain += faults.dice("m" + message).shows(Kind.TOO_MANY) ? 1 : 0;
            }
        }
        assertThat(unlucky).isBetween(800, 1_200);
        assertThat(unluckyAgain).isBetween(20, 90);
    }

    private static List<Integer> luck(long seed, List<String> messages) {
        Faults faults = new Faults(seed);
        faults.share(Kind.TOO_MANY, 0.5);
        return messages.stream().map(one -> faults.dice(one).shows(Kind.TOO_MANY) ? 1 : 0).toList();
    }

    @Test
    void callbacks_come_reversed_or_not_at_all() {
        lea.writes("Bonjour");
        world.faults().share(Kind.CALLBACKS_REVERSED, 1);
        String reversed = create();
        settles();
        assertThat(bot.statuses(reversed)).containsExactly("read", "delivered", "sent");
        world.faults().share(Kind.CALLBACKS_LOST, 1);
        String lost = create();
        settles();
        assertThat(bot.statuses(lost)).isEmpty();
        assertThat(status(lost)).isEqualTo("read");
    }

    @Test
    void a_lost_webhook_leaves_the_message_in_the_list() {
        world.faults().share(Kind.INBOUND_LOST, 1);
        String sid = lea.writes("Bonjour");
        settles();
        assertThat(bot.calls).isEmpty();
        assertThat(twilio.get("/Messages.json?To=" + server.from().replace(":", "%3A").replace("+", "%2B")).json()
                .path("messages").path(0).path("sid").asString("")).isEqualTo(sid);
    }

    @Test
    void a_stalled_answer_comes_late_and_the_message_is_there() {
        lea.writes("Bonjour");
        world.faults().share(Kind.STALLED, 1);
        world.faults().stall(Duration.ofMillis(120));
        long before = System.nanoTime();
        assertThat(twilio.created("To", lea.address(), "Body", "a").status()).isEqualTo(201);
        assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(100).toNanos());
    }

    private String create() {
        return twilio.created("To", lea.address(), "Body", "x", "StatusCallback", STATUS).text("sid");
    }
}
