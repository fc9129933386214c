package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.covigie.bot.messaging.Hosted.chatter;
import static org.covigie.bot.messaging.Hosted.text;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ChatterTest {
    private final Hosted house;

    ChatterTest(Database database) {
        house = Hosted.on(database);
    }

    @Test
    void a_decision_goes_before_what_people_say_to_each_other_which_is_put_together() {
        Address lea = house.person();
        house.posts(chatter(lea, "c1").once("once-1" + lea.id()), chatter(lea, "c2").once("once-2" + lea.id()),
                text(lea, "decision"), chatter(lea, "c3"));
        assertThat(house.texts(lea)).containsExactly("decision", "c1\nc2\nc3");
        assertThat(house.rows(lea)).containsExactly("SENT +", "SENT +", "SENT +", "SENT +");
        List<Posted> posted = house.events(Posted.class).stream().map(Posted.class::cast)
                .filter(p -> p.once().endsWith(lea.id())).toList();
        assertThat(posted).hasSize(2).extracting(Posted::message).containsOnly(posted.getFirst().message());
    }

    @Test
    void what_is_put_together_fits_and_no_text_is_split_for_it() {
        Address lea = house.person();
        house.posts(chatter(lea, "a".repeat(700)), chatter(lea, "b".repeat(899)), chatter(lea, "c".repeat(700)),
                chatter(lea, "d"));
        assertThat(house.texts(lea)).containsExactly("a".repeat(700) + "\n" + "b".repeat(899),
                "c".repeat(700) + "\nd");
    }

    @Test
    void a_picture_keeps_its_place_and_travels_alone() {
        Address lea = house.person();
        Post picture = Post.of("k", new Outgoing.Media(lea, new Attachment("ref", "image/jpeg"), Rich.plain("photo")))
                .asChatter(null);
        house.posts(chatter(lea, "c1"), chatter(lea, "c2"), picture, chatter(lea, "c3"));
        assertThat(house.texts(lea)).containsExactly("c1\nc2", "photo", "c3");
    }

    @Test
    void what_may_not_leave_yet_waits_for_its_hour() {
        Address lea = house.person();
        house.posts(text(lea, "c1").asChatter(house.now().plusSeconds(60)), chatter(lea, "c2"));
        assertThat(house.texts(lea)).containsExactly("c2");
        house.passes(Duration.ofSeconds(60));
        assertThat(house.texts(lea)).containsExactly("c2", "c1");
    }

    @Test
    void a_burst_is_borrowed_and_paid_back_before_the_next_word() {
        house.channel.can(Hosted.paced(Duration.ofSeconds(6), 45));
        Address lea = house.person();
        house.posts(IntStream.range(0, 50).mapToObj(i -> text(lea, "t" + i)).toArray(Post[]::new));
        assertThat(house.texts(lea)).hasSize(45);
        house.passes(Duration.ofSeconds(45 * 6 - 1));
        assertThat(house.texts(lea)).hasSize(45);
        house.passes(Duration.ofSeconds(1));
        assertThat(house.texts(lea)).hasSize(50);
    }

    @Test
    void a_burst_lasts_as_long_as_one_message_and_a_small_one_is_paid_back_too() {
        house.channel.can(Hosted.paced(Duration.ofSeconds(6), 45));
        Address lea = house.person();
        house.posts(IntStream.range(0, 20).mapToObj(i -> text(lea, "t" + i)).toArray(Post[]::new));
        house.passes(Duration.ofSeconds(6));
        house.posts(chatter(lea, "c1"), chatter(lea, "c2"));
        house.passes(Duration.ofSeconds(113));
        assertThat(house.texts(lea)).hasSize(20);
        house.posts(chatter(lea, "c3"));
        house.passes(Duration.ofSeconds(1));
        assertThat(house.texts(lea).subList(20, 21)).containsExactly("c1\nc2\nc3");
    }
}
