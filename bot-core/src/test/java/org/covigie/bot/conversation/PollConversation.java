package org.covigie.bot.conversation;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claire asks the group by polls; it is ten in the morning in Paris. */
abstract class PollConversation extends Conversation {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @BeforeEach
    void byDay() {
        itIs(LocalTime.of(10, 0));
    }

    @AfterEach
    void asBefore() {
        can(true, 8);
    }

    /** The next time it is that late in Paris. */
    void itIs(LocalTime time) {
        ZonedDateTime now = house.clock().instant().atZone(PARIS);
        ZonedDateTime then = now.with(time);
        house.clock().set((then.isAfter(now) ? then : then.plusDays(1)).toInstant());
    }

    void can(boolean poll, int buttons) {
        house.channel().can(new Capabilities(4096, buttons, true, true, poll, true, null, Duration.ZERO, 0, 0));
    }

    /** Claire asks, and the platform gives the poll this id, and its message the same with an m. */
    String asked(String what) {
        String poll = "p" + house.nextId();
        house.channel().answers(group.address(), new Outcome.Sent("m" + poll, poll));
        claire.replies(group, null, "/sondage " + what);
        return poll;
    }

    /** The message that carries a poll. */
    Quoted message(String poll) {
        return new Quoted("m" + poll, new Sender(TestChannel.chat("99"), Words.NONE, null, null, true, false),
                Words.NONE,
                house.clock().instant(), null, false, false, false, false, List.of());
    }

    /** Claire closes a poll, and the platform tells these counts. */
    void closed(String poll, String counts) {
        house.channel().answers(group.address(), new Outcome.Sent("m" + poll, counts.isEmpty() ? null : counts));
        claire.replies(group, message(poll), "/cloturer");
    }

    /** The results in the group, the words beneath the picture. */
    List<String> results() {
        return house.channel().calls(group.address()).stream().filter(c -> c.outgoing() instanceof Outgoing.File)
                .map(TestChannel.Call::text).toList();
    }

    List<Outgoing.Poll> polls() {
        return house.channel().calls(group.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.Poll.class::isInstance).map(Outgoing.Poll.class::cast).toList();
    }

    long rows(String table) {
        return house.get(JdbcClient.class).sql("select count(*) from " + table + " v join poll p on p.id = v.poll_id "
                + "where p.group_id = :group").param("group", house.id(group)).query((row, n) -> row.getLong(1))
                .single();
    }
}
