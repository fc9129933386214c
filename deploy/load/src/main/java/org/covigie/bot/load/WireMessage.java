package org.covigie.bot.load;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 message as it came from a socket, a request or a response.
 *
 * @param start request line or status line
 * @param headers by lower-case name; of a repeated header the last
 * @param body whole, already without chunking
 */
record WireMessage(String start, Map<String, String> headers, byte[] body) {
    /** The status code of a response. */
    int status() {
        return Integer.parseInt(start.split(" ", 3)[1]);
    }

    /** The path of a request with its query. */
    String target() {
        return start.split(" ", 3)[1];
    }

    /** The path of a request without its query. */
    String path() {
        String target = target();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    @Nullable
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** Whether the connection ends after this message. */
    boolean last() {
        return "close".equalsIgnoreCase(header("connection"));
    }
}
