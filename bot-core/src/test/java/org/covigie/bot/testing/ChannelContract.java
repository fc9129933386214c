package org.covigie.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.Address;
import org.junit.jupiter.api.Test;

/** What every channel keeps, checked through its real adapter against a stand-in of its platform. */
public abstract class ChannelContract {
    /** The adapter, talking to the stand-in. */
    protected abstract Channel channel();

    /** A private chat with somebody who has written to the bot. */
    protected abstract Address person();

    /** Reads, as the adapter does, one update with this id in which that person writes this text in private. */
    protected abstract Arrival reads(String externalId, String text);

    /** The platform takes the next messages. */
    protected abstract void platformTakes();

    /** The platform refuses the next message for now and names this time to wait. */
    protected abstract void platformAsksToWait(Duration time);

    /** The platform takes the next message's request and never answers. */
    protected abstract void platformIsSilent();

    /** The person has blocked the bot. */
    protected abstract void personBlockedTheBot();

    /** The texts the platform got, in order. */
    protected abstract List<String> textsAtThePlatform();

    @Test
    void names_itself_as_its_addresses_do() {
        assertThat(channel().name()).isEqualTo(person().channel()).hasSizeLessThanOrEqualTo(16).isLowerCase();
    }

    @Test
    void the_same_id_twice_is_handled_once() {
        List<Incoming> handled = new CopyOnWriteArrayList<>();
        Sieve all = Optional::of;
        Handler handler = incoming -> handled.add(incoming);
        try (Engine engine = Engine.on(Database.H2.freshUrl()).channel(channel()).bean("all", all).bean("h", handler)
                .start()) {
            engine.get(Inbox.class).accept(channel().name(), List.of(reads("101", "bonjour")));
            engine.get(Inbox.class).accept(channel().name(),
                    List.of(reads("101", "bonjour"), reads("102", "au revoir")));
            await().untilAsserted(
                    () -> assertThat(engine.db().sql("select count(*) from inbox").query(Long.class).single())
                            .isZero());
            assertThat(handled).hasSize(2);
        }
    }

    @Test
    void a_text_over_the_limit_arrives_in_parts_that_the_platform_takes() {
        platformTakes();
        String word = "mot ";
        String text = word.repeat(channel().capabilities().maxText() / word.length() + 10).strip();
        try (Engine engine = Engine.on(Database.H2.freshUrl()).channel(channel()).start()) {
            engine.get(Outbox.class).heard(person(), java.time.Instant.now());
            engine.get(Outbox.class).post(Sayings.text("contract", person(), text));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(textsAtThePlatform()).hasSize(2));
        }
        assertThat(textsAtThePlatform())
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(channel().capabilities().maxText()));
        assertThat(String.join(" ", textsAtThePlatform())).isEqualTo(text);
    }

    @Test
    void what_is_sent_gives_the_platforms_id() {
        platformTakes();
        assertThat(channel().send(message())).isInstanceOfSatisfying(Outcome.Sent.class,
                sent -> assertThat(sent.message()).isNotBlank());
    }

    @Test
    void being_asked_to_wait_is_no_failure() {
        platformAsksToWait(Duration.ofSeconds(7));
        assertThat(channel().send(message())).isInstanceOfSatisfying(Outcome.Later.class,
                later -> assertThat(later.after()).isGreaterThanOrEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void silence_leaves_the_outcome_unknown() {
        platformIsSilent();
        assertThat(channel().send(message())).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void who_blocked_the_bot_is_gone() {
        personBlockedTheBot();
        assertThat(channel().send(message())).isInstanceOf(Outcome.Gone.class);
    }

    private Outgoing message() {
        return Sayings.text("contract", person(), "bonjour").outgoing();
    }
}
