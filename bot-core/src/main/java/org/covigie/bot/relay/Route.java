package org.covigie.bot.relay;

import java.util.List;
import org.covigie.bot.commands.GroupInfo;

/** Where something belongs that somebody wrote to the bot and that is no command. */
sealed interface Route {
    /** To this relayed group. */
    record To(GroupInfo group) implements Route {}

    /** To this relayed group, once the charter is accepted; until then nothing of it is kept. */
    record Unsigned(GroupInfo group) implements Route {}

    /** To one of these, nobody knows which; nothing of it is kept. */
    record Which(List<GroupInfo> groups) implements Route {}

    /** It answers something that is no copy, or none that is remembered; nothing of it is kept. */
    record Lost() implements Route {}

    /** To nobody: its writer wants nothing more from the bot, and so cannot take part. Nothing of it is kept. */
    record Stopped() implements Route {}

    /** To no relayed group. */
    record Nowhere() implements Route {}
}
