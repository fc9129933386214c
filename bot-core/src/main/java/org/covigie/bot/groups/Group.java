package org.covigie.bot.groups;

import java.util.List;
import java.util.Locale;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/**
 * A group as the rest of the house sees it.
 *
 * @param limit          highest number of members
 * @param members        how many members are known and have not left
 * @param people         how many people are in the chat without bots, as the channel last said; null where it does not say
 * @param animator       the animator's member number, null while there is none
 * @param correspondents the correspondents' member numbers
 * @param parent         the group this one is a local group of
 * @param bot            what the bot is in the chat
 * @param gone           whether the bot is no longer in the chat
 * @param refusedTags    how many tags were refused because nothing is collected here
 * @param takesProfession as a local group: the profession it is for, null for all
 * @param takesDepartment as a local group: the <em>département</em> it is for, null for all
 * @param hosting        where it lives
 */
public record Group(long id, Address chat, String title, Purpose purpose, int limit, int members,
        @Nullable Integer people,
        @Nullable Integer animator, List<Integer> correspondents, Locale language, @Nullable Long parent,
        ChatStanding bot, boolean gone, long refusedTags, @Nullable String takesProfession,
        @Nullable String takesDepartment, Hosting hosting) {
    /** How many places are taken: the people in the chat where the channel counts them, else the members. */
    public int taken() {
        return people == null ? members : people;
    }
}
