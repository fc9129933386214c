package org.covigie.bot.web;

import org.jspecify.annotations.Nullable;

/** What came of reading a page. */
public sealed interface Fetched {
    /**
     * It was read.
     *
     * @param body    at most {@link Web#LONGEST} bytes, unpacked
     * @param type    its media type with its parameters, as it was sent
     * @param version by which it can be asked next time whether it has changed
     */
    record Page(byte[] body, String type, Version version) implements Fetched {}

    /** It is still as it was in that version. */
    record Unchanged() implements Fetched {}

    /** It was not; a short key that holds nobody's words. */
    record Failed(String why) implements Fetched {}

    /** What a server calls a version of a page: {@code ETag} and {@code Last-Modified}, where it does. */
    record Version(@Nullable String tag, @Nullable String modified) {
        public static final Version NONE = new Version(null, null);
    }
}
