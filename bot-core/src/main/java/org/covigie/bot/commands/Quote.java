package org.covigie.bot.commands;

import org.covigie.bot.people.Words;

/** Words of a person that stand as a quotation in a text of ours. */
public record Quote(Words words) {
    public Quote(String text) {
        this(new Words(text));
    }
}
