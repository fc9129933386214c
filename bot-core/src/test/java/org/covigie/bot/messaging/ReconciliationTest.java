package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.covigie.bot.messaging.Hosted.chatter;
import static org.covigie.bot.messaging.Hosted.text;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ReconciliationTest {
    private final Hosted house;
    private final String id = UUID.randomUUID().toString();
    private final List<Outgoing> asked = new CopyOnWriteArrayList<>();
    private final List<Set<String>> accounted = new CopyOnWriteArrayList<>();

    ReconciliationTest(Database database) {
        house = Hosted.on(database);
    }

    private void says(Address lea, Whereabouts... answers) {
        house.channel.knows((outgoing, known) -> {
            if (!outgoing.to().equals(lea)) {
                return new Whereabouts.CannotSay();
            }
            asked.add(outgoing);
            accounted.add(known);
            return answers[Math.min(asked.size(), answers.length) - 1];
        });
    }

    @Test
    void what_the_platform_has_is_settled_under_its_id_and_nothing_overtakes_it() {
        Address lea = house.person();
        house.channel.answers(lea, new Outcome.Sent(id + "-0"), new Outcome.Unknown("timeout"));
        says(lea, new Whereabouts.Has(id));
        house.receipt(id, Receipt.State.DELIVERED);
        house.posts(text(lea, "a0"), text(lea, "a1").once(id), text(lea, "a2"));
        assertThat(house.texts(lea)).containsExactly("a0", "a1");
        assertThat(house.rows(lea)).containsExactly("SENT +", "UNKNOWN timeout +", "PENDING +");
        house.passes(Duration.ofSeconds(4));
        assertThat(asked).isEmpty();
        house.passes(Duration.ofSeconds(1));
        assertThat(house.texts(lea)).containsExactly("a0", "a1", "a2");
        assertThat(house.rows(lea)).containsExactly("SENT +", "DELIVERED", "SENT +");
        assertThat(house.events(Posted.class)).contains(new Posted(id, id, null));
        assertThat(accounted).containsExactly(Set.of(id + "-0"));
    }

    @Test
    void what_the_platform_has_not_is_sent_anew_once_it_said_so_twice() {
        Address lea = house.person();
        house.channel.answers(lea, new Outcome.Unknown("500"));
        says(lea, new Whereabouts.HasNot());
        house.posts(text(lea, "a1"));
        house.passes(Duration.ofSeconds(5));
        assertThat(asked).hasSize(1);
        house.passes(Duration.ofSeconds(24));
        assertThat(house.texts(lea)).hasSize(1);
        house.passes(Duration.ofSeconds(1));
        assertThat(asked).hasSize(2);
        assertThat(house.texts(lea)).containsExactly("a1", "a1");
        assertThat(house.rows(lea)).containsExactly("SENT +");
    }

    @Test
    void what_shows_up_at_the_second_asking_is_not_sent_again() {
        Address lea = house.person();
        house.channel.answers(lea, new Outcome.Unknown("500"));
        says(lea, new Whereabouts.HasNot(), new Whereabouts.Has(id));
        house.posts(text(lea, "a1"));
        house.passes(Duration.ofSeconds(5));
        house.passes(Duration.ofSeconds(25));
        assertThat(house.texts(lea)).containsExactly("a1");
        assertThat(house.rows(lea)).containsExactly("SENT +");
    }

    @Test
    void what_nobody_can_tell_of_for_a_day_stays_unknown_without_its_words() {
        Address lea = house.person();
        house.channel.answers(lea, new Outcome.Unknown("timeout"));
        house.posts(text(lea, "a1").mustArrive(), text(lea, "a2"));
        for (int i = 0; i < 10; i++) {
            house.passes(Duration.ofSeconds(30));
        }
        assertThat(house.rows(lea)).containsExactly("UNKNOWN timeout +", "PENDING +");
        house.passes(Duration.ofHours(23));
        house.writes(lea);
        house.passes(Duration.ofHours(1));
        assertThat(house.rows(lea)).containsExactly("UNKNOWN unknown", "SENT +");
        assertThat(house.texts(lea)).containsExactly("a1", "a2");
    }

    @Test
    void a_crash_while_a_joined_message_was_sent_leaves_all_of_it_to_be_asked_about() {
        Address lea = house.person();
        house.channel.answers(lea, new Outcome.Later(Duration.ofHours(1), "429"));
        says(lea, new Whereabouts.Has(id));
        house.posts(chatter(lea, "c1"), chatter(lea, "c2"), chatter(lea, "c3").once(id));
        String lane = house.engine.get(Sealer.class).lane(lea);
        house.engine.db().sql("update outbox set status = 'SENDING', called_at = :now, joined = case when id = "
                + "(select min(id) from outbox where lane = :lane) then null else "
                + "(select min(id) from outbox where lane = :lane) end where lane = :lane")
                .param("now", Times.column(house.now())).param("lane", lane).update();
        house.passes(Duration.ofHours(1));
        assertThat(house.rows(lea)).containsExactly("UNKNOWN crash +", "UNKNOWN crash +", "UNKNOWN crash +");
        house.passes(Duration.ofSeconds(5));
        assertThat(asked).singleElement().satisfies(
                o -> assertThat(((Outgoing.Text) o).text().text()).isEqualTo("c1\nc2\nc3"));
        assertThat(house.rows(lea)).containsExactly("SENT +", "SENT +", "SENT +");
        assertThat(house.texts(lea)).hasSize(1);
        assertThat(house.events(Posted.class)).contains(new Posted(id, id, null));
    }

    @Test
    void what_is_cancelled_is_not_sent_again_though_nobody_knows_whether_it_was() {
        Address lea = house.person();
        house.channel.answers(lea, new Outcome.Unknown("500"));
        says(lea, new Whereabouts.HasNot());
        house.posts(chatter(lea, "a1").once("gone:" + lea.id() + ":1"), chatter(lea, "a2"));
        house.outbox.cancel(lea, "gone:" + lea.id() + ":");
        house.passes(Duration.ofMinutes(10));
        assertThat(house.texts(lea)).containsExactly("a1\na2");
        assertThat(house.rows(lea)).containsExactly("UNKNOWN 500", "UNKNOWN 500");

        house.channel.answers(lea, new Outcome.Unknown("500"));
        house.posts(text(lea, "a3"));
        house.outbox.cancel(lea);
        house.passes(Duration.ofMinutes(10));
        assertThat(house.texts(lea)).containsExactly("a1\na2", "a3");
    }
}
