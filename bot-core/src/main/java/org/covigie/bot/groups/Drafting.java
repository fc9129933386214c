package org.covigie.bot.groups;

import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.people.Words;

/** Makes a draft of something that has no author, such as the result of a poll; implemented by signals. */
public interface Drafting {
    /**
     * What there is of a source.
     *
     * @param number  in its group
     * @param waiting whether it is a draft; false when it was sent or withdrawn before
     */
    record Drafted(int number, boolean waiting) {}

    /**
     * Makes a draft, once for each source; a draft that is already there gets the kind. The patient-data check runs as for any
     * draft, and nobody's consent is needed.
     *
     * @param kind      {@code PROBLEM}, {@code SOLUTION} or {@code WEAK_SIGNAL}
     * @param sourceKey what the draft is made of, the same for the same thing; its words are not kept
     * @param person    the correspondent who wants it
     */
    Drafted draft(GroupInfo group, String kind, Words text, String sourceKey, long person);
}
