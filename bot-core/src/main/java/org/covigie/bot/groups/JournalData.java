package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the groups' journals hold of a person. Once the person is forgotten the lines stay, about nobody. */
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
        return Set.of("journal.actor_id", "journal.subject_id");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Datum> export(long person) {
        // others stay unnamed: this is what is kept about the one who asks
        RowMapper<Datum> line = (row, n) -> new Datum("groups.data.journal",
                List.of(row.getString("title"), Journal.entry(row).at(), words.sentence(Journal.entry(row), person)));
        return db.sql(ABOUT).param("person", person).query(line).list();
    }

    @Override
    public void forget(long person) {
        db.sql("update journal set actor_id = null where actor_id = :person").param("person", person).update();
        db.sql("update journal set subject_id = null where subject_id = :person").param("person", person).update();
    }
}
