package org.covigie.bot.screening;

import java.util.List;
import org.covigie.bot.commands.Line;
import org.covigie.bot.patientdata.Type;

/** What is said, alone, to somebody in whose words the check found something: what it was, and how it could be said. */
public final class Advice {
    private Advice() {}

    /** What was found: « un nom, une date de naissance ». */
    public static Line found(List<Type> types) {
        Line line = Line.of("screening.found." + types.getFirst().name());
        for (Type type : types.subList(1, types.size())) {
            line = Line.of("screening.found.and", line, Line.of("screening.found." + type.name()));
        }
        return line;
    }

    /** How the same could be said without pointing to anybody, a line for each kind of finding. */
    public static Line instead(List<Type> types) {
        Line line = Line.of("screening.instead");
        for (String key : types.stream().map(Advice::instead).distinct().toList()) {
            line = line.then(key);
        }
        return line;
    }

    private static String instead(Type type) {
        return switch (type) {
            case NAME, INITIALS -> "screening.instead.name";
            case BIRTH_DATE -> "screening.instead.age";
            case AGE_OVER_89 -> "screening.instead.old";
            case DATE -> "screening.instead.date";
            case PHONE, EMAIL -> "screening.instead.contact";
            case ADDRESS -> "screening.instead.place";
            case NIR, RECORD_ID -> "screening.instead.number";
            case OTHER -> "screening.instead.other";
        };
    }
}
