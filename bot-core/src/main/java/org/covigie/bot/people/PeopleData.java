package org.covigie.bot.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people keeps: address, name, handle, language, profession. Forgotten last, since other rooms refer to the person. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PeopleData implements PersonalData {
    private final People people;
    private final PersonRows rows;

    PeopleData(People people, PersonRows rows) {
        this.people = people;
        this.rows = rows;
    }

    @Override
    public Set<String> keeps() {
        return Set.of("person.address", "person.address_print", "person.name", "person.handle", "person.handle_print",
                "person.chosen_name", "person_alias.person_id", "person_alias.address", "person_alias.address_print",
                "person.language", "person.profession", "person.department", "person.current_group");
    }

    @Override
    public List<Datum> export(long id) {
        List<Datum> data = new ArrayList<>();
        people.byId(id).ifPresent(person -> {
            data.add(new Datum("people.data.address",
                    List.of(person.address().channel(), new Words(person.address().id()))));
            if (!person.name().isEmpty()) {
                data.add(new Datum("people.data.name", List.of(person.name())));
            }
            if (person.handle() != null) {
                data.add(new Datum("people.data.handle", List.of(person.handle())));
            }
            if (person.language() != null) {
                data.add(new Datum("people.data.language", List.of(person.language().getLanguage())));
            }
            Profession.of(String.valueOf(person.profession()))
                    .ifPresent(profession -> data.add(new Datum("people.data.profession", List.of(profession))));
            if (person.department() != null) {
                data.add(new Datum("people.data.department", List.of(person.department())));
            }
        });
        rows.findById(id).ifPresent(row -> {
            data.add(new Datum("people.data.since", List.of(row.createdAt)));
            if (row.privateOpen) {
                data.add(new Datum("people.data.private", List.of()));
            }
        });
        return data;
    }

    @Override
    public void forget(long person) {
        people.erase(person);
    }
}
