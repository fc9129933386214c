package org.covigie.bot.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How each member takes copies. */
@Component
@Transactional
class Modes {
    private final JdbcClient db;

    Modes(JdbcClient db) {
        this.db = db;
    }

    /** One member's choice, as that member may read it. */
    record Choice(long group, Mode mode) {}

    Mode of(long group, long person) {
        return db.sql("select mode from relay_member where group_id = :group and person_id = :person")
                .param("group", group).param("person", person).query((row, n) -> Mode.valueOf(row.getString("mode")))
                .optional().orElse(Mode.ALL);
    }

    /** Those of a group who have chosen something. */
    Map<Long, Mode> in(long group) {
        Map<Long, Mode> modes = new HashMap<>();
        db.sql("select person_id, mode from relay_member where group_id = :group").param("group", group)
                .query(row -> {
                    modes.put(row.getLong("person_id"), Mode.valueOf(row.getString("mode")));
                });
        return modes;
    }

    List<Choice> choices(long person) {
        return db.sql("select group_id, mode from relay_member where person_id = :person order by group_id")
                .param("person", person)
                .query((row, n) -> new Choice(row.getLong("group_id"), Mode.valueOf(row.getString("mode")))).list();
    }

    void choose(long group, long person, Mode mode) {
        db.sql("delete from relay_member where group_id = :group and person_id = :person").param("group", group)
                .param("person", person).update();
        if (mode != Mode.ALL) {
            db.sql("insert into relay_member (group_id, person_id, mode) values (:group, :person, :mode)")
                    .param("group", group).param("person", person).param("mode", mode.name()).update();
        }
    }

    void forget(long person) {
        db.sql("delete from relay_member where person_id = :person").param("person", person).update();
    }
}
