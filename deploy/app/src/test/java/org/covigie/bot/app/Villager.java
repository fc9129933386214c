package org.covigie.bot.app;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.covigie.bot.sandbox.telegram.Person;
import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.covigie.bot.sandbox.telegram.SeenToast;
import org.jspecify.annotations.Nullable;

/** Somebody with a telephone. */
record Villager(Village village, Person person) {
    int says(String words) {
        return village.world.say(village.group, person, words);
    }

    int replies(int message, String words) {
        return village.world.reply(village.group, person, message, words);
    }

    void reacts(int message, @Nullable String emoji) {
        village.world.react(village.group, person, message, emoji);
    }

    void edits(int message, String words) {
        village.world.edit(village.group, person, message, words);
    }

    /** In private. */
    int writes(String words) {
        return village.world.writePrivately(person, words);
    }

    /** What the bot has told this person alone, in private or by an ephemeral message, oldest first. */
    List<SeenMessage> told() {
        return Stream.concat(village.world.messages(village.group, person).stream().filter(SeenMessage::ephemeral),
                village.world.privateMessages(person).stream()).filter(SeenMessage::fromBot).toList();
    }

    /** Waits until the bot has told this person something with these words in it. */
    SeenMessage hears(String words) {
        return await(person.firstName() + " hears: " + words).atMost(Installation.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> told().stream().filter(m -> m.text().contains(words)).reduce((a, b) -> b),
                        o -> o.isPresent())
                .orElseThrow();
    }

    long timesTold(String words) {
        return told().stream().filter(m -> m.text().contains(words)).count();
    }

    /** Presses a button of something told to this person alone. */
    void presses(SeenMessage message, String label) {
        String data = message.dataOf(label);
        if (message.ephemeral()) {
            village.world.pressEphemeral(village.group, person, message.ephemeralId(), data);
        } else {
            village.world.pressPrivately(person, message.id(), data);
        }
    }

    /** Waits for the short word that a pressed button is answered with. */
    void isShown(String words) {
        await(person.firstName() + " is shown: " + words).atMost(Installation.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> village.world.toasts(person).stream().map(SeenToast::text)
                        .anyMatch(t -> t.contains(words)));
    }
}
