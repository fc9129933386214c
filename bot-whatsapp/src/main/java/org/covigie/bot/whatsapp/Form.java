package org.covigie.bot.whatsapp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a webhook ({@code application/x-www-form-urlencoded}, UTF-8). Read from the bytes themselves: what the servlet
 * calls parameters holds the query's too, and those are no part of the signature. Of a name that comes twice the first counts.
 */
record Form(Map<String, String> fields) {
    /** Any bytes can be read: what is not encoded as it should is kept as it stands. */
    static Form of(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            if (!pair.isEmpty()) {
                int sign = pair.indexOf('=');
                fields.putIfAbsent(decoded(sign < 0 ? pair : pair.substring(0, sign)),
                        sign < 0 ? "" : decoded(pair.substring(sign + 1)));
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Nullable
    String get(String name) {
        return fields.get(name);
    }

    String getOr(String name, String otherwise) {
        return fields.getOrDefault(name, otherwise);
    }

    /** Whether the field says yes. */
    boolean yes(String name) {
        return "true".equalsIgnoreCase(fields.get(name));
    }

    /** Never prints what people wrote. */
    @Override
    public String toString() {
        return "Form[" + fields.size() + " fields]";
    }
}
