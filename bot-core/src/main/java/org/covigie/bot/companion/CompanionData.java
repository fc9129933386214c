package org.covigie.bot.companion;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this room keeps of a person: what was forwarded and not tagged, the links handed over, whether they can be reached. */
@Component
@Order(18)
@Transactional
class CompanionData implements PersonalData {
    private final JdbcClient db;
    private final Pile pile;
    private final Absences absences;
    private final Groups groups;

    CompanionData(JdbcClient db, Pile pile, Absences absences, Groups groups) {
        this.db = db;
        this.pile = pile;
        this.absences = absences;
        this.groups = groups;
    }

    @Override
    public Set<String> keeps() {
        return Set.of("pile.person_id", "pile.message", "pile.message_print", "pile.words", "pile.question_print",
                "companion_entry.person_id", "unreachable_member.person_id");
    }

    @Override
    public List<Datum> export(long person) {
        List<Datum> data = new ArrayList<>();
        for (Pile.Item item : pile.of(person)) {
            data.add(new Datum("companion.data.pile", List.of(item.words(), item.at())));
        }
        data.addAll(
                db.sql("select group_id, handed_at from companion_entry where person_id = :person order by group_id")
                        .param("person", person)
                        .query((row, n) -> new Datum("companion.data.link",
                                List.of(groups.find(row.getLong("group_id")).map(Group::title).orElse("?"),
                                        row.getObject("handed_at", OffsetDateTime.class).toInstant())))
                        .list());
        data.addAll(db.sql("select since from unreachable_member where person_id = :person").param("person", person)
                .query((row, n) -> new Datum("companion.data.unreachable",
                        List.of(row.getObject("since", OffsetDateTime.class).toInstant())))
                .list());
        return data;
    }

    @Override
    public void forget(long person) {
        pile.forget(person);
        absences.forget(person);
        db.sql("delete from companion_entry where person_id = :person").param("person", person).update();
    }
}
