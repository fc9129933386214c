package org.covigie.bot.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.covigie.bot.people.PersonalData;
import org.springframework.stereotype.Component;

/** All rooms that keep something about people, asked together. */
@Component
class Rooms {
    private final List<PersonalData> rooms;

    Rooms(List<PersonalData> rooms) {
        this.rooms = rooms;
    }

    /** Every fact, by the first word of its key, which names the room: who it is comes first, what was said last. */
    Map<String, List<PersonalData.Datum>> facts(long person) {
        Map<String, List<PersonalData.Datum>> facts = new LinkedHashMap<>();
        for (PersonalData room : rooms.reversed()) {
            for (PersonalData.Datum datum : room.export(person)) {
                facts.computeIfAbsent(room(datum), name -> new ArrayList<>()).add(datum);
            }
        }
        return facts;
    }

    /** Whether anything is kept beyond who the person is. */
    boolean keepMore(long person) {
        return rooms.reversed().stream().filter(room -> room.keeps().stream().noneMatch(c -> c.startsWith("person.")))
                .anyMatch(room -> !room.export(person).isEmpty());
    }

    /** Why this person cannot be forgotten yet (a message key). */
    Optional<String> hindrance(long person) {
        return rooms.stream().flatMap(room -> room.hindrance(person).stream()).findFirst();
    }

    void forget(long person) {
        rooms.forEach(room -> room.forget(person));
    }

    private static String room(PersonalData.Datum datum) {
        int dot = datum.key().indexOf('.');
        return dot < 0 ? datum.key() : datum.key().substring(0, dot);
    }
}
