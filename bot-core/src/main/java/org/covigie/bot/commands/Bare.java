package org.covigie.bot.commands;

import java.util.Set;

/**
 * How a command may be typed without its slash, where people only ever write to the bot itself. Strict, since such words also
 * begin sentences: the words alone, with one further word where an argument is taken.
 *
 * @param words    in lower case, without accents; may hold spaces
 * @param argument whether one further word may follow
 */
public record Bare(Set<String> words, boolean argument) {
    static final Bare NONE = new Bare(Set.of(), false);
}
