package org.covigie.bot.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Words that a person wrote, a name or a handle: they travel, but never print themselves into a log or an error. */
public record Words(@JsonValue String text) {
    public static final Words NONE = new Words("");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Words {}

    public boolean isEmpty() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return "Words[" + text.length() + " chars]";
    }
}
