package org.covigie.bot.commands;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of a command, before it has a language or a channel. */
public record Answer(List<Say> says) {
    /** One thing to say or do. */
    public sealed interface Say {
        /** To the person who asked, alone: in the private chat, or as a message only that person sees. */
        record Privately(Line line) implements Say {}

        /** In place of the message whose button was pressed; privately when it was typed. */
        record InPlace(Line line) implements Say {}

        /** Shown for a moment on the button that was pressed; privately when it was typed. */
        record Briefly(Line line) implements Say {}

        /** In the group that is meant. */
        record InGroup(Line line) implements Say {}

        /**
         * A reaction on a message of the group.
         *
         * @param emoji   null takes it back
         * @param instead what the person hears alone where there can be no reaction; null: nothing
         */
        record React(String message, @Nullable String emoji, @Nullable Line instead) implements Say {}

        /** To somebody else, alone. */
        record ToPerson(long person, String kind, Line line, @Nullable String once) implements Say {}
    }

    /** Nothing is said. */
    public static Answer silent() {
        return new Answer(List.of());
    }

    public static Answer privately(Line line) {
        return new Answer(List.of(new Say.Privately(line)));
    }

    public static Answer privately(String key, Object... args) {
        return privately(Line.of(key, args));
    }

    public static Answer inPlace(Line line) {
        return new Answer(List.of(new Say.InPlace(line)));
    }

    public static Answer briefly(String key, Object... args) {
        return new Answer(List.of(new Say.Briefly(Line.of(key, args))));
    }

    public static Answer inGroup(Line line) {
        return new Answer(List.of(new Say.InGroup(line)));
    }

    public static Answer react(String message, @Nullable String emoji, @Nullable Line instead) {
        return new Answer(List.of(new Say.React(message, emoji, instead)));
    }

    public static Answer toPerson(long person, String kind, Line line) {
        return new Answer(List.of(new Say.ToPerson(person, kind, line, null)));
    }

    /** As {@link #toPerson}, and never again under the same key. */
    public static Answer toPersonOnce(long person, String kind, String once, Line line) {
        return new Answer(List.of(new Say.ToPerson(person, kind, line, once)));
    }

    /** Both, in this order. */
    public Answer and(Answer other) {
        List<Say> both = new ArrayList<>(says);
        both.addAll(other.says);
        return new Answer(List.copyOf(both));
    }
}
