package org.covigie.bot.register;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has met the same as a published signal says, each once; to others only {@link Confirmed}. */
@Service
@Order(12)
@Transactional
public class Corroborations implements PersonalData {
    private final JdbcClient db;
    private final Register register;
    private final InstantSource clock;

    Corroborations(JdbcClient db, Register register, InstantSource clock) {
        this.db = db;
        this.register = register;
        this.clock = clock;
    }

    /** What came of saying so. */
    enum Said {
        COUNTED, TAKEN_BACK, OWN, UNKNOWN
    }

    private record Row(UUID signal, Confirmed.Voice voice) {}

    /** Says so, or takes it back when it was said before. An author's own does not count. */
    Said say(UUID signal, Person person) {
        if (register.find(signal).isEmpty()) {
            return Said.UNKNOWN;
        }
        if (db.sql("select count(*) from signal where id = :signal and author_id = :person").param("signal", signal)
                .param("person", person.id()).query(Long.class).single() > 0) {
            return Said.OWN;
        }
        if (db.sql("delete from corroboration where signal_id = :signal and person_id = :person")
                .param("signal", signal)
                .param("person", person.id()).update() > 0) {
            return Said.TAKEN_BACK;
        }
        db.sql("insert into corroboration (signal_id, person_id, profession, department, at) values (:signal, :person, "
                + ":profession, :department, :now) on conflict do nothing").param("signal", signal)
                .param("person", person.id()).param("profession", person.profession())
                .param("department", person.department()).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return Said.COUNTED;
    }

    /** What may be shown of these signals; those of which nothing may are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Confirmed> of(Collection<UUID> signals) {
        if (signals.isEmpty()) {
            return Map.of();
        }
        return db.sql("select signal_id, profession, department from corroboration where signal_id in (:signals)")
                .param("signals", signals)
                .query((row, n) -> new Row(Objects.requireNonNull(row.getObject("signal_id", UUID.class)),
                        new Confirmed.Voice(row.getString("profession"), row.getString("department"))))
                .list().stream().collect(Collectors.groupingBy(Row::signal, Collectors.collectingAndThen(
                        Collectors.mapping(Row::voice, Collectors.toList()), Confirmed::of)));
    }

    /** What may be shown of this one. */
    @Transactional(readOnly = true)
    public Confirmed of(UUID signal) {
        return of(List.of(signal)).getOrDefault(signal, Confirmed.NONE);
    }

    @Override
    public Set<String> keeps() {
        return Set.of("corroboration.person_id", "corroboration.profession", "corroboration.department");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Datum> export(long person) {
        return db.sql("select at from corroboration where person_id = :person order by at").param("person", person)
                .query((row, n) -> new Datum("metoo.data", List.of(Objects.requireNonNull(
                        row.getObject("at", OffsetDateTime.class)).toInstant())))
                .list();
    }

    @Override
    public void forget(long person) {
        db.sql("delete from corroboration where person_id = :person").param("person", person).update();
    }
}
