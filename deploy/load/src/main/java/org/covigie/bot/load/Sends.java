package org.covigie.bot.load;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands between a call that sends a message and its being taken. */
interface Sends {
    /** Takes everything. */
    Sends ALL = params -> null;

    /**
     * Judges one call, as it comes in.
     *
     * @param params of the Bot API call
     * @return what is answered in place of the message; null when it is taken
     */
    WireServer.@Nullable Answer judge(JsonNode params);
}
