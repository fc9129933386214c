package org.covigie.bot.polls;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.covigie.bot.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The votes, and who was reminded. Every method runs in the transaction of its caller, who holds the poll's lock where something
 * is written. Of a vote in an anonymous poll only a keyed hash of poll and person is kept, and that no longer than the poll is open.
 */
@Component
class Votes {
    private final JdbcClient db;
    private final Vault vault;
    private final InstantSource clock;

    Votes(JdbcClient db, Vault vault, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** The person's choices from now on; none when they are taken back. */
    void cast(PollRow poll, long person, List<Integer> choices) {
        retract(poll, person);
        if (choices.isEmpty()) {
            return;
        }
        db.sql("insert into poll_vote (poll_id, person_id, voter_print, choices, at) "
                + "values (:poll, :person, :print, :choices, :at)").param("poll", poll.id)
                .param("person", poll.anonymous ? null : person, java.sql.Types.BIGINT)
                .param("print", poll.anonymous ? print(poll.id, person) : null, java.sql.Types.VARCHAR)
                .param("choices", choices.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** What the person chose last; none for somebody who has not voted. */
    List<Integer> of(PollRow poll, long person) {
        return db.sql("select choices from poll_vote where poll_id = :poll and "
                + (poll.anonymous ? "voter_print = :voter" : "person_id = :voter")).param("poll", poll.id)
                .param("voter", poll.anonymous ? print(poll.id, person) : (Object) person)
                .query((row, n) -> choices(row.getString("choices"))).optional().orElse(List.of());
    }

    Collection<List<Integer>> all(long poll) {
        return db.sql("select choices from poll_vote where poll_id = :poll").param("poll", poll)
                .query((row, n) -> choices(row.getString("choices"))).list();
    }

    /** The persons who have voted in a poll that is not anonymous. */
    Set<Long> voters(long poll) {
        return new HashSet<>(db.sql("select person_id from poll_vote where poll_id = :poll and person_id is not null")
                .param("poll", poll).query((row, n) -> row.getLong("person_id")).list());
    }

    Set<Long> nudged(long poll) {
        return new HashSet<>(db.sql("select person_id from poll_nudge where poll_id = :poll").param("poll", poll)
                .query((row, n) -> row.getLong("person_id")).list());
    }

    void nudge(long poll, long person) {
        db.sql("insert into poll_nudge (poll_id, person_id, at) values (:poll, :person, :at)").param("poll", poll)
                .param("person", person).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** Nothing of how somebody voted anonymously outlasts the counting. */
    void forgetPrints(long poll) {
        db.sql("delete from poll_vote where poll_id = :poll and voter_print is not null").param("poll", poll).update();
    }

    /** Who voted what and who was reminded. */
    void forgetPoll(long poll) {
        db.sql("delete from poll_vote where poll_id = :poll").param("poll", poll).update();
        db.sql("delete from poll_nudge where poll_id = :poll").param("poll", poll).update();
    }

    void forgetPerson(long person) {
        db.sql("delete from poll_vote where person_id = :person").param("person", person).update();
        db.sql("delete from poll_nudge where person_id = :person").param("person", person).update();
        for (Long poll : db.sql("select distinct poll_id from poll_vote where voter_print is not null")
                .query((row, n) -> row.getLong("poll_id")).list()) {
            db.sql("delete from poll_vote where poll_id = :poll and voter_print = :print").param("poll", poll)
                    .param("print", print(poll, person)).update();
        }
    }

    /** One vote as its voter may read it. */
    record Kept(long poll, List<Integer> choices, Instant at) {}

    List<Kept> kept(long person) {
        return db.sql("select poll_id, choices, at from poll_vote where person_id = :person order by at")
                .param("person", person)
                .query((row, n) -> new Kept(row.getLong("poll_id"), choices(row.getString("choices")),
                        row.getObject("at", java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The polls of which the person was reminded. */
    List<Long> nudgesOf(long person) {
        return db.sql("select poll_id from poll_nudge where person_id = :person order by at").param("person", person)
                .query((row, n) -> row.getLong("poll_id")).list();
    }

    private void retract(PollRow poll, long person) {
        db.sql("delete from poll_vote where poll_id = :poll and "
                + (poll.anonymous ? "voter_print = :voter" : "person_id = :voter")).param("poll", poll.id)
                .param("voter", poll.anonymous ? print(poll.id, person) : (Object) person).update();
    }

    private String print(long poll, long person) {
        return vault.fingerprint("vote:" + poll + ":" + person);
    }

    private static List<Integer> choices(String written) {
        return Arrays.stream(written.split(",", -1)).map(Integer::valueOf).toList();
    }
}
