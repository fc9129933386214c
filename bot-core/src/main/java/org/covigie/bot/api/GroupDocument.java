package org.covigie.bot.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A group as other systems see it: without its chat's address.
 *
 * @param members        how many are known
 * @param animator       a member number, null while there is none
 * @param correspondents member numbers
 * @param language       two letters
 * @param parent         id of the group whose local group this is
 */
@JsonPropertyOrder({"id", "name", "channel", "purpose", "limit", "members", "animator", "correspondents", "language",
        "parent"})
record GroupDocument(long id, String name, String channel, Purpose purpose, int limit, int members,
        @Nullable Integer animator,
        List<Integer> correspondents, String language, @Nullable Long parent) {

    static GroupDocument of(Group group) {
        return new GroupDocument(group.id(), group.title(), group.chat().channel(), group.purpose(), group.limit(),
                group.members(), group.animator(), group.correspondents(), group.language().getLanguage(),
                group.parent());
    }
}
