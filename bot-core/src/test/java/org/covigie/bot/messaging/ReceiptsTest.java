package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.covigie.bot.messaging.Hosted.chatter;
import static org.covigie.bot.messaging.Hosted.text;
import static org.covigie.bot.messaging.Receipt.State.DELIVERED;
import static org.covigie.bot.messaging.Receipt.State.FAILED;
import static org.covigie.bot.messaging.Receipt.State.READ;
import static org.covigie.bot.messaging.Receipt.State.SENT;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ReceiptsTest {
    private final Hosted house;
    private final String id = UUID.randomUUID().toString();

    ReceiptsTest(Database database) {
        house = Hosted.on(database);
    }

    /** Somebody whose next messages the platform takes under these ids. */
    private Address gets(String... ids) {
        Address lea = house.person();
        for (String one : ids) {
            house.channel.answers(lea, new Outcome.Sent(one));
        }
        return lea;
    }

    @Test
    void words_are_kept_until_they_have_arrived() {
        Address lea = gets(id);
        house.posts(text(lea, "a1"));
        assertThat(house.rows(lea)).containsExactly("SENT +");
        house.receipt(id, SENT);
        assertThat(house.rows(lea)).containsExactly("SENT +");
        house.receipt(id, DELIVERED);
        assertThat(house.rows(lea)).containsExactly("DELIVERED");
        house.receipt(id, READ);
        assertThat(house.rows(lea)).containsExactly("READ");
    }

    @Test
    void receipts_come_in_any_order_and_twice() {
        Address lea = gets(id, id + "b");
        house.posts(text(lea, "a1"));
        house.receipt(id, READ);
        house.receipt(id, DELIVERED);
        house.receipt(id, FAILED, "OTHER");
        house.receipt(id, READ);
        house.posts(text(lea, "a2"));
        house.receipt(id + "b", FAILED, "OTHER");
        house.receipt(id + "b", SENT);
        assertThat(house.rows(lea)).containsExactly("READ", "FAILED OTHER");
    }

    @Test
    void a_receipt_may_come_before_the_call_has_come_back() {
        Address lea = gets(id);
        house.receipt(id, DELIVERED);
        house.posts(text(lea, "a1"));
        assertThat(house.rows(lea)).containsExactly("DELIVERED");
    }

    @Test
    void what_was_put_together_arrives_together() {
        Address lea = gets(id);
        house.posts(chatter(lea, "c1"), chatter(lea, "c2"));
        house.receipt(id, DELIVERED);
        assertThat(house.rows(lea)).containsExactly("DELIVERED", "DELIVERED");
    }

    @Test
    void a_window_that_was_shut_after_all_is_waited_for_and_twice_at_most() {
        Address lea = gets(id, id + "b", id + "c");
        house.posts(chatter(lea, "c1").once(id), chatter(lea, "c2"));
        house.passes(Duration.ofSeconds(1));
        house.receipt(id, FAILED, "WINDOW");
        house.receipt(id, FAILED, "WINDOW");
        house.idle();
        assertThat(house.rows(lea)).containsExactly("FAILED WINDOW", "FAILED WINDOW", "PENDING window +",
                "PENDING window +");
        house.says(lea, "bonjour");
        house.idle();
        assertThat(house.texts(lea)).containsExactly("c1\nc2", "c1\nc2");
        assertThat(house.events(Posted.class)).contains(new Posted(id, id, null), new Posted(id, id + "b", null));
        house.passes(Duration.ofSeconds(1));
        house.receipt(id + "b", FAILED, "WINDOW");
        house.idle();
        house.says(lea, "bonsoir");
        house.idle();
        house.passes(Duration.ofSeconds(1));
        house.receipt(id + "c", FAILED, "WINDOW");
        house.idle();
        assertThat(house.rows(lea)).hasSize(6).allMatch("FAILED WINDOW"::equals);
    }

    @Test
    void who_wrote_after_the_failing_message_is_answered_at_once() {
        Address lea = gets(id);
        house.posts(text(lea, "a1"));
        house.passes(Duration.ofSeconds(1));
        house.writes(lea);
        house.receipt(id, FAILED, "WINDOW");
        house.idle();
        assertThat(house.rows(lea)).containsExactly("FAILED WINDOW", "SENT +");
    }

    @Test
    void who_has_blocked_the_bot_is_gone_and_what_awaits_them_waits() {
        Address lea = gets(id, id + "b");
        house.posts(text(lea, "a1"), text(lea, "a2").awaiting());
        house.receipt(id, FAILED, "BLOCKED");
        house.receipt(id + "b", FAILED, "BLOCKED");
        house.posts(text(lea, "a3"));
        assertThat(house.rows(lea)).containsExactly("FAILED BLOCKED", "FAILED BLOCKED", "PENDING +",
                "PENDING window +");
        assertThat(house.events(ChatGone.class)).filteredOn(new ChatGone(lea, "BLOCKED")::equals).hasSize(1);
        house.says(lea, "me revoilà");
        house.idle();
        assertThat(house.texts(lea)).containsExactly("a1", "a2", "a2", "a3");
    }

    @Test
    void of_what_the_platform_withholds_from_one_person_others_hear_and_the_next_is_tried() {
        Address lea = gets(id);
        house.posts(text(lea, "a1"));
        house.receipt(id, FAILED, "WITHHELD");
        house.posts(text(lea, "a2"));
        assertThat(house.rows(lea)).containsExactly("FAILED WITHHELD", "SENT +");
        assertThat(house.events(Undelivered.class)).containsOnlyOnce(new Undelivered(lea, "WITHHELD"));
        assertThat(house.events(ChatGone.class)).doesNotContain(new ChatGone(lea, "WITHHELD"));
    }

    @Test
    void what_comes_back_because_of_its_buttons_goes_once_more_with_numbers_which_can_be_answered() {
        Address lea = gets(id, id + "b");
        Button yes = Button.command("Oui", "/oui");
        house.posts(Post.of("k", new Outgoing.Text(lea, null, null, null, Rich.plain("D’accord ?"),
                List.of(List.of(yes)))).once("asks" + id), text(lea, "a1"));
        house.receipt(id, FAILED, "CONTENT");
        house.idle();
        assertThat(house.channel.calls(lea)).extracting(call -> call.outgoing() instanceof Outgoing.Text text
                && text.numbered()).containsExactly(false, false, true);
        assertThat(house.rows(lea)).containsExactly("FAILED CONTENT", "SENT +", "SENT +");
        String again = java.util.Objects.requireNonNull(house.channel.calls(lea).getLast().message());
        assertThat(house.engine.get(ChoiceStore.class).find(lea, again)).containsExactly(yes);
        house.receipt(again, FAILED, "CONTENT");
        house.receipt(id + "b", FAILED, "CONTENT");
        house.idle();
        assertThat(house.rows(lea)).containsOnly("FAILED CONTENT").hasSize(3);
    }

    @Test
    void who_has_written_since_is_there_again() {
        Address lea = gets(id);
        house.posts(text(lea, "a1"));
        house.passes(Duration.ofSeconds(1));
        house.writes(lea);
        house.receipt(id, FAILED, "BLOCKED");
        house.posts(text(lea, "a2"));
        assertThat(house.texts(lea)).containsExactly("a1", "a2");
        assertThat(house.events(ChatGone.class)).doesNotContain(new ChatGone(lea, "BLOCKED"));
    }

    @Test
    void too_much_at_once_is_tried_once_more_after_a_minute() {
        Address lea = gets(id, id + "b");
        house.posts(text(lea, "a1"));
        house.receipt(id, FAILED, "RATE");
        house.passes(Duration.ofSeconds(59));
        assertThat(house.texts(lea)).hasSize(1);
        house.passes(Duration.ofSeconds(1));
        assertThat(house.texts(lea)).hasSize(2);
        house.receipt(id + "b", FAILED, "RATE");
        house.passes(Duration.ofMinutes(2));
        assertThat(house.rows(lea)).containsExactly("FAILED RATE", "FAILED RATE");
    }

    @Test
    void no_words_are_kept_longer_than_two_days_for_a_receipt_that_never_comes() {
        Address lea = gets(id);
        house.posts(text(lea, "a1"));
        house.passes(Duration.ofHours(49));
        house.tends();
        assertThat(house.rows(lea)).containsExactly("SENT");
        house.receipt(id, DELIVERED);
        assertThat(house.rows(lea)).containsExactly("DELIVERED");
    }

    @Test
    @SuppressWarnings("NullAway")
    void one_receipt_that_cannot_be_taken_leaves_the_others_their_turn() {
        Address lea = gets("bad-" + id);
        Address max = gets(id);
        house.channel.tells(message -> {
            if (message.startsWith("bad-")) {
                // no message has such an id: nothing can be written down of it
                return new Receipt("bad", null, null);
            }
            return message.equals(id) ? new Receipt(id, DELIVERED, null) : null;
        });
        house.posts(text(lea, "a1"));
        house.posts(text(max, "b1"));
        house.passes(Duration.ofMinutes(16));
        house.tends();
        assertThat(house.rows(max)).containsExactly("DELIVERED");
    }

    @Test
    void a_receipt_that_does_not_come_is_asked_for_after_a_quarter_of_an_hour_and_every_hour() {
        Address lea = gets(id);
        List<String> asked = new CopyOnWriteArrayList<>();
        house.channel.tells(message -> {
            if (message.equals(id)) {
                asked.add(message);
            }
            return asked.size() == 2 && message.equals(id) ? new Receipt(id, DELIVERED, null) : null;
        });
        house.posts(text(lea, "a1"));
        house.passes(Duration.ofMinutes(4));
        house.tends();
        assertThat(asked).isEmpty();
        house.passes(Duration.ofMinutes(11));
        house.tends();
        house.tends();
        assertThat(asked).hasSize(1);
        house.passes(Duration.ofMinutes(61));
        house.tends();
        assertThat(asked).hasSize(2);
        assertThat(house.rows(lea)).containsExactly("DELIVERED");
    }
}
