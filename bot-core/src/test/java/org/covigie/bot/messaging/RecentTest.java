package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.covigie.bot.testing.Sayings.NOON;
import static org.covigie.bot.testing.Sayings.lea;
import static org.covigie.bot.testing.TestChannel.chat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Address GROUP = chat("-1");
    private static final Sender LEA = lea();
    private static final Sender MAX = new Sender(chat("8"), new Words("Max"), null, null, false, false);

    private final TestClock clock = new TestClock();
    private final Recent recent = new Recent(clock, 1_000_000);

    @Test
    void only_the_last_500_messages_of_a_group_are_remembered() {
        for (int i = 0; i < 501; i++) {
            remember(i, LEA, null);
        }
        assertThat(recent.find(GROUP, "0")).isEmpty();
        assertThat(recent.find(GROUP, "1")).isPresent();
    }

    @Test
    void nothing_is_remembered_for_more_than_48_hours() {
        remember(1, LEA, null);
        clock.advance(Duration.ofHours(48));
        assertThat(recent.find(GROUP, "1")).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(recent.find(GROUP, "1")).isEmpty();
    }

    @Test
    void the_oldest_leave_when_there_is_too_much_in_all() {
        for (int i = 0; i < 400; i++) {
            recent.remember(chat("-" + i), quoted(i, LEA, null).with(new Words("x".repeat(4000)), List.of()));
        }
        assertThat(recent.find(chat("-0"), "0")).isEmpty();
        assertThat(recent.find(chat("-399"), "399")).isPresent();
        assertThat(recent.find(chat("-300"), "300")).isPresent();
    }

    @Test
    void the_next_messages_of_the_same_author_follow() {
        remember(1, LEA, null);
        remember(2, MAX, null);
        remember(4, LEA, null);
        remember(3, LEA, null);
        remember(5, LEA, null);
        assertThat(recent.following(GROUP, "1", 2)).extracting(Quoted::message).containsExactly("3", "4");
        assertThat(recent.following(GROUP, "9", 2)).isEmpty();
    }

    @Test
    void the_parts_of_an_album_are_found() {
        remember(1, LEA, "a");
        remember(2, LEA, "b");
        remember(3, LEA, "a");
        assertThat(recent.album(GROUP, "a")).extracting(Quoted::message).containsExactly("1", "3");
    }

    @Test
    void who_wants_to_be_forgotten_is() {
        remember(1, LEA, null);
        remember(2, MAX, null);
        recent.forgetAuthor(LEA.address());
        recent.forget(GROUP, "9");
        assertThat(recent.find(GROUP, "1")).isEmpty();
        assertThat(recent.find(GROUP, "2")).isPresent();
    }

    private void remember(int message, Sender author, @Nullable String album) {
        recent.remember(GROUP, quoted(message, author, album));
    }

    private static Quoted quoted(int message, Sender author, @Nullable String album) {
        return new Quoted(String.valueOf(message), author, new Words("t" + message), NOON.plusSeconds(message), album,
                false,
                false, false, false, List.of());
    }
}
