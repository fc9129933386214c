package org.covigie.bot.sandbox.twilio;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is answered; status 0: the connection is closed without a word. */
record Reply(int status, String type, byte[] body, @Nullable String location) {

    static Reply json(int status, JsonNode json) {
        return new Reply(status, "application/json;charset=utf-8",
                json.toString().getBytes(StandardCharsets.UTF_8), null);
    }

    static Reply bytes(String type, byte[] bytes) {
        return new Reply(200, type, bytes, null);
    }

    static Reply redirect(String location) {
        return new Reply(307, "text/plain", new byte[0], location);
    }

    static Reply silence() {
        return new Reply(0, "", new byte[0], null);
    }
}
