package org.covigie.bot.api;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.covigie.bot.signals.SignalDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Entity tags of signals: the version, and a checksum of what is shown beside it (links and the group's name change without the
 * version). Only the version counts for a change.
 */
final class Versions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})-[0-9a-f]+\"");

    private Versions() {}

    static String tag(long version, SignalDocument shown) {
        CRC32 sum = new CRC32();
        sum.update(shown.toString().getBytes(StandardCharsets.UTF_8));
        return "\"" + version + "-" + Long.toHexString(sum.getValue()) + "\"";
    }

    /**
     * The version that {@code If-Match} asks for, null when it asks for none. A weak tag is taken as well, because proxies that
     * compress weaken tags.
     */
    static @Nullable Long wanted(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Refusal.of(HttpStatus.PRECONDITION_FAILED, "The header If-Match holds no tag of a signal.");
        }
        return Long.valueOf(tag.group(1));
    }
}
