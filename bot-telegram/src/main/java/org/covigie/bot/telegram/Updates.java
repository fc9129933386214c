package org.covigie.bot.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The updates of one answer to getUpdates, cut apart as bytes before any of them is parsed: whatever one of them holds, the
 * others are read.
 *
 * @param whole those that are there from brace to brace
 * @param cut   what is left of one whose end is missing; null when the answer is complete
 */
record Updates(List<byte[]> whole, byte @Nullable [] cut) {
    /**
     * What we ask for (core.telegram.org/bots/api#update), named one by one: by default Telegram leaves reactions and changes
     * of members out. More than is read is not asked for, so that it never leaves Telegram.
     */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member",
            "message_reaction", "chat_member", "chat_join_request", "poll_answer");

    private static final Pattern ID = Pattern.compile("\"update_id\"\\s*:\\s*([0-9]{1,18})[^0-9.eE]");

    /** Cuts an answer apart; null when it holds no list of results. */
    static @Nullable Updates in(byte[] body) {
        Cursor cursor = new Cursor(body);
        if (!cursor.take('{')) {
            return null;
        }
        while (cursor.sees('"')) {
            int from = cursor.at;
            if (!cursor.value()) {
                return null;
            }
            String key = new String(body, from, cursor.at - from, StandardCharsets.UTF_8);
            if (!cursor.take(':')) {
                return null;
            }
            if (key.equals("\"result\"") && cursor.take('[')) {
                return list(body, cursor);
            }
            if (!cursor.value() || !cursor.take(',')) {
                return null;
            }
        }
        return null;
    }

    private static Updates list(byte[] body, Cursor cursor) {
        List<byte[]> whole = new ArrayList<>();
        while (!cursor.take(']')) {
            cursor.blank();
            int from = cursor.at;
            boolean ended = cursor.value();
            int end = cursor.at;
            if (!ended || end == from || !cursor.take(',') && !cursor.sees(']')) {
                return new Updates(whole, Arrays.copyOfRange(body, from, body.length));
            }
            whole.add(Arrays.copyOfRange(body, from, end));
        }
        return new Updates(whole, null);
    }

    /** The id of an update that cannot be parsed, or of a piece of one; else a name by its content. */
    static String id(byte[] update) {
        Long number = number(update);
        return number == null ? "?" + digest(update) : Long.toString(number);
    }

    static @Nullable Long number(byte[] update) {
        Matcher id = ID.matcher(new String(update, StandardCharsets.ISO_8859_1));
        return id.find() ? Long.valueOf(id.group(1)) : null;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Walks over JSON without minding what stands in it: only strings and brackets count. */
    private static final class Cursor {
        final byte[] body;
        int at;

        Cursor(byte[] body) {
            this.body = body;
        }

        void blank() {
            while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
                at++;
            }
        }

        boolean sees(char c) {
            blank();
            return at < body.length && body[at] == c;
        }

        boolean take(char c) {
            boolean seen = sees(c);
            if (seen) {
                at++;
            }
            return seen;
        }

        /** Steps over one value; false when its end is missing. */
        boolean value() {
            blank();
            int depth = 0;
            while (at < body.length) {
                byte b = body[at];
                if (depth == 0 && (b == ',' || b == ']' || b == '}' || b == ':')) {
                    return true;
                }
                if (b == '"') {
                    if (!string()) {
                        return false;
                    }
                    if (depth == 0) {
                        return true;
                    }
                    continue;
                }
                at++;
                if (b == '{' || b == '[') {
                    depth++;
                } else if (b == '}' || b == ']') {
                    depth--;
                    if (depth == 0) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean string() {
            at++;
            while (at < body.length) {
                byte b = body[at++];
                if (b == '"') {
                    return true;
                }
                if (b == '\\') {
                    at++;
                }
            }
            return false;
        }
    }
}
