package org.covigie.bot.groups;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a group's records hold of a person: lines of the journal, and answers to the charter. Once the person is forgotten the
 * journal's lines stay, about nobody; the answers are deleted.
 */
@Component
@Order(19)
@Transactional
class JournalData implements PersonalData {
    private static final String ABOUT = "select g.title, j.at, j.what, j.actor_id, j.subject_id, j.detail "
            + "from journal j join chat_group g on g.id = j.group_id "
            + "where j.actor_id = :person or j.subject_id = :person order by j.id";

    private final JdbcClient db;
    private final JournalWords words;

    JournalData(JdbcClient db, JournalWords words) {
        this.db = db;
        this.words = words;
    }

    @Override
    public Set<String> keeps() {
        return Set.of("journal.actor_id", "journal.subject_id", "charter_answer.person_id");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Datum> export(long person) {
        List<Datum> data = new ArrayList<>(db.sql("select g.title, a.version, a.given, a.at from charter_answer a "
                + "join chat_group g on g.id = a.group_id where a.person_id = :person order by a.id")
                .param("person", person)
                .query((row, n) -> new Datum(
                        row.getBoolean("given") ? "groups.data.charter.accepted" : "groups.data.charter.refused",
                        List.of(row.getString("title"), String.valueOf(row.getInt("version")), at(row))))
                .list());
        // others stay unnamed: this is what is kept about the one who asks
        RowMapper<Datum> line = (row, n) -> new Datum("groups.data.journal",
                List.of(row.getString("title"), at(row), words.sentence(Journal.entry(row), person)));
        data.addAll(db.sql(ABOUT).param("person", person).query(line).list());
        return data;
    }

    @Override
    public void forget(long person) {
        db.sql("delete from charter_answer where person_id = :person").param("person", person).update();
        db.sql("update journal set actor_id = null where actor_id = :person").param("person", person).update();
        db.sql("update journal set subject_id = null where subject_id = :person").param("person", person).update();
    }

    private static Instant at(java.sql.ResultSet row) throws java.sql.SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
