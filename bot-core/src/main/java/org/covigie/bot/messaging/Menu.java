package org.covigie.bot.messaging;

import java.util.List;
import java.util.Locale;

/** The commands a channel may show to people as they type. Implemented where the commands are known. */
public interface Menu {
    /** What to show in this place, in this language; at most 100 entries, in the order of their importance. */
    List<Entry> entries(Scope scope, Locale language);

    /** Whose menu it is. */
    enum Scope {
        PRIVATE, GROUP, GROUP_ADMINISTRATORS
    }

    /**
     * One line of the menu.
     *
     * @param word        the command without its slash, {@code [a-z0-9_]}, at most 32 characters
     * @param description one sentence, at most 256 characters
     */
    record Entry(String word, String description) {}
}
