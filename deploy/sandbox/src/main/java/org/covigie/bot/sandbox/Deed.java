package org.covigie.bot.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Something a character does; what a deed does not need stays empty.
 *
 * @param chat  "group" or "private"
 * @param group which group; the story's own when empty
 * @param who   the character it is done to
 */
record Deed(@Nullable String as, @Nullable String chat, @Nullable Long group, @Nullable String text,
        @Nullable Integer messageId, @Nullable Integer ephemeralId, @Nullable Integer replyTo, @Nullable String emoji,
        @Nullable String data, @Nullable Integer option, @Nullable List<Integer> options, @Nullable String who) {

    private static final int LONGEST_TEXT = 4096;

    boolean privately() {
        return "private".equals(chat);
    }

    Character character() {
        return character(as);
    }

    Character other() {
        return character(who);
    }

    static Character character(@Nullable String key) {
        return Character.of(key == null ? "" : key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    int message() {
        if (messageId == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return messageId;
    }

    /** The whole of an answer to a poll. */
    int[] choices() {
        if (options != null) {
            return options.stream().mapToInt(Integer::intValue).toArray();
        }
        return option == null ? new int[0] : new int[]{option};
    }

    String words() {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST_TEXT) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return words;
    }
}
