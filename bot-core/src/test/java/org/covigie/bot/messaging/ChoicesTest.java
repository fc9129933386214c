package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
class ChoicesTest {
    private static final List<List<Button>> ROWS = List.of(
            List.of(Button.command("Accepter", "/accepter 1"), Button.link("La charte", "https://covigie.org/c")),
            List.of(Button.command("Écarter  ça", "/ecarter 1")));
    private final Hosted house;

    ChoicesTest(Database database) {
        house = Hosted.on(database);
    }

    private static Post asks(Address to, String text, List<List<Button>> rows) {
        return Post.of("k", new Outgoing.Text(to, null, null, null, Rich.plain(text), rows));
    }

    /** What was made of the words: a command, or null. */
    private @org.jspecify.annotations.Nullable String means(Address lea, String words) {
        int before = house.handled.size();
        house.says(lea, words);
        await().until(() -> house.handled.size() > before);
        return house.handled.getLast() instanceof Incoming.Pressed pressed ? pressed.data() : null;
    }

    @Test
    void the_same_commands_stand_under_numbers_in_the_order_of_the_rows() {
        assertThat(Choices.of(ROWS)).extracting(Button::data).containsExactly("/accepter 1", "/ecarter 1");
        assertThat(Choices.listed(ROWS))
                .isEqualTo("1 → Accepter\n2 → Écarter  ça\nLa charte : https://covigie.org/c");
        assertThat(Choices.under("Que faire ?", ROWS)).startsWith("Que faire ?\n\n1 → Accepter\n");
        assertThat(Choices.listed(List.of())).isEmpty();
    }

    @Test
    void who_writes_a_number_or_the_words_has_pressed_the_button() {
        Address lea = house.person();
        house.posts(asks(lea, "Que faire ?", ROWS));
        assertThat(means(lea, " 2. ")).isEqualTo("/ecarter 1");
        assertThat(means(lea, "ECARTER ca")).isEqualTo("/ecarter 1");
        assertThat(means(lea, "1")).isEqualTo("/accepter 1");
        assertThat(means(lea, "3")).isNull();
        assertThat(means(lea, "1 patient")).isNull();
    }

    @Test
    void the_newest_choices_count_for_a_day() {
        Address lea = house.person();
        house.posts(asks(lea, "Que faire ?", ROWS));
        house.posts(asks(lea, "Et là ?", List.of(List.of(Button.command("Oui", "/oui")))), Hosted.text(lea, "ah"));
        assertThat(means(lea, "2")).isNull();
        assertThat(means(lea, "oui")).isEqualTo("/oui");
        house.passes(Duration.ofHours(24));
        assertThat(means(lea, "oui")).isNull();
    }

    private static Incoming.Said said(Address lea, String words, @org.jspecify.annotations.Nullable Quoted answered,
            boolean forwarded) {
        return new Incoming.Said(lea, Place.PRIVATE,
                new Sender(lea, org.covigie.bot.people.Words.NONE, null, null, false, false), "m", null,
                new org.covigie.bot.people.Words(words), answered, null, false, forwarded, null,
                java.time.Instant.EPOCH);
    }

    /** What it means when it is written in reply to this message of ours, or to none. */
    private @org.jspecify.annotations.Nullable String means(Address lea, String words,
            @org.jspecify.annotations.Nullable String answered) {
        Quoted quoted = answered == null
                ? null
                : new Quoted(answered, null, org.covigie.bot.people.Words.NONE,
                        java.time.Instant.EPOCH, null, false, false, false, false, List.of());
        return house.engine.get(ChoiceSieve.class).keep(said(lea, words, quoted, false))
                .map(pressed -> ((Incoming.Pressed) pressed).data()).orElse(null);
    }

    private static Post demand(Address to, int number) {
        return asks(to, "Demande " + number, List.of(List.of(Button.command("Accepter", "/accepter " + number))));
    }

    @Test
    void a_number_answers_what_has_left_and_never_what_still_waits() {
        Address lea = house.person();
        house.posts(demand(lea, 5));
        house.channel.answers(lea, new Outcome.Later(Duration.ofHours(1), "429"));
        house.posts(demand(lea, 6));
        assertThat(means(lea, "1")).isEqualTo("/accepter 5");
        house.passes(Duration.ofHours(2));
        assertThat(means(lea, "1")).isEqualTo("/accepter 6");
    }

    @Test
    void what_did_not_arrive_is_not_meant_either() {
        Address lea = house.person();
        house.posts(demand(lea, 5));
        house.channel.answers(lea, new Outcome.Sent("lost-" + lea.id()));
        house.posts(demand(lea, 6));
        assertThat(means(lea, "1")).isEqualTo("/accepter 6");
        house.receipt("lost-" + lea.id(), Receipt.State.FAILED, "content");
        house.idle();
        assertThat(means(lea, "1")).isEqualTo("/accepter 5");
    }

    @Test
    void who_replies_to_one_of_the_last_five_messages_means_its_choices() {
        Address lea = house.person();
        for (int number = 1; number <= 6; number++) {
            house.channel.answers(lea, new Outcome.Sent("d" + number + lea.id()));
            house.posts(demand(lea, number));
            house.passes(Duration.ofMinutes(1));
        }
        assertThat(means(lea, "1", "d2" + lea.id())).isEqualTo("/accepter 2");
        assertThat(means(lea, "accepter", "d5" + lea.id())).isEqualTo("/accepter 5");
        assertThat(means(lea, "1", "d1" + lea.id())).as("too old").isNull();
        assertThat(means(lea, "1", "of-somebody")).isNull();
        assertThat(means(lea, "1", null)).isEqualTo("/accepter 6");
    }

    @Test
    void a_forwarded_number_and_one_in_a_group_are_no_choice() {
        Address lea = house.person();
        house.posts(asks(lea, "Que faire ?", ROWS));
        ChoiceSieve sieve = house.engine.get(ChoiceSieve.class);
        Incoming.Said said = said(lea, "1", null, false);
        assertThat(sieve.keep(said)).isPresent();
        assertThat(sieve.keep(said(lea, "1", null, true))).isEmpty();
        assertThat(sieve.keep(said.in(TestChannel.chat("group~1"), null))).isEmpty();
    }

    @Test
    void a_text_leaves_room_for_its_choices() {
        int room = Choices.room(ROWS);
        Capabilities hosted = TestChannel.HOSTED;
        Address lea = house.stranger();
        for (int length : new int[]{10, 1600 - room, 1600 - room + 1, 1600, 1601, 3300}) {
            String text = "mots ".repeat(length / 5 + 1).substring(0, length).strip();
            List<Outgoing> parts = Parts.of(asks(lea, text, ROWS).outgoing(), hosted);
            assertThat(parts).allSatisfy(part -> {
                Outgoing.Text one = (Outgoing.Text) part;
                assertThat(Choices.under(one.text().text(), one.rows())).hasSizeLessThanOrEqualTo(1600);
            });
            assertThat(String.join(" ", parts.stream().map(p -> ((Outgoing.Text) p).text().text()).toList()))
                    .isEqualTo(text);
        }
        List<List<Button>> many = List.of(java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> Button.command("Numéro d’ordre vingt " + i, "/c " + i)).toList());
        List<Outgoing> alone = Parts.of(asks(lea, "mot ".repeat(200), many).outgoing(), hosted);
        assertThat(alone).hasSize(2);
        assertThat(((Outgoing.Text) alone.getLast()).text().text()).isEmpty();
    }
}
