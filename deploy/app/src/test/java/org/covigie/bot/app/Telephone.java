package org.covigie.bot.app;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.covigie.bot.sandbox.twilio.Person;
import org.covigie.bot.sandbox.twilio.SeenMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody's telephone, with the chat with the bot's number open. */
record Telephone(Installation house, Person person) {
    /** Twilio delivers step by step, and what may have been sent is asked for before it is sent again. */
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    /** Somebody whose number the bot sees. */
    static Telephone of(Installation house, String name) {
        int number = NUMBER.incrementAndGet();
        return new Telephone(house,
                house.twilio().world().person(name, "+336399" + (82_000 + number), "FR.A1B2C3D4" + number));
    }

    /** Somebody who shows a user name only. */
    static Telephone unnumbered(Installation house, String name) {
        return new Telephone(house,
                house.twilio().world().person(name, null, "FR.Z9Y8X7W6" + NUMBER.incrementAndGet()));
    }

    Telephone writes(String words) {
        person.writes(words);
        return this;
    }

    void replies(SeenMessage message, String words) {
        itIsKnown();
        person.replies(message.sid(), words);
    }

    /** Writes a number, or else what only makes sense after what was just heard. */
    void answers(String words) {
        itIsKnown();
        person.writes(words);
    }

    /** A telephone shows a message before the call that made it has come back; a person takes longer to answer. */
    private void itIsKnown() {
        await().atMost(PATIENCE).until(() -> house.get(JdbcClient.class).sql("select count(*) from outbox "
                + "where status in ('SENDING', 'UNKNOWN')").query(Long.class).single() == 0);
    }

    /** The first button whose label begins so. */
    void taps(SeenMessage message, String label) {
        person.taps(message.sid(), message.buttons().stream().filter(button -> button.title().startsWith(label))
                .findFirst().orElseThrow(() -> new AssertionError("there is no such button")).id());
    }

    /** What the bot has sent to this telephone, oldest first. */
    List<SeenMessage> told() {
        return house.twilio().world().messages(person).stream().filter(message -> !message.mine()).toList();
    }

    /** Waits until the bot has told something with these words in it. */
    SeenMessage hears(String words) {
        return await(person.name() + " hears: " + words).atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(() -> told().stream().filter(message -> message.text().contains(words)).reduce((a, b) -> b),
                        found -> found.isPresent())
                .orElseThrow();
    }

    long timesTold(String words) {
        return told().stream().filter(message -> message.text().contains(words)).count();
    }
}
