package org.covigie.bot.people;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people keeps: address, name, handle, language. Forgotten last, since other rooms refer to the person. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PeopleData implements PersonalData {
    private final People people;

    PeopleData(People people) {
        this.people = people;
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
        });
        return data;
    }

    @Override
    public void forget(long person) {
        people.erase(person);
    }
}
