package org.covigie.bot.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A part of a long list.
 *
 * @param page  the first is 0
 * @param size  how many items a page holds at most
 * @param total how many items all pages hold together
 */
@JsonPropertyOrder({"items", "page", "size", "total"})
record PageOf<T>(List<T> items, int page, int size, long total) {
    /** As written in the controllers' annotations. */
    static final String SIZE = "50";
    private static final int MOST = 200;
    /** Beyond it the first row's number no longer fits what the database driver takes. */
    private static final int LAST = 10_000_000;

    static void check(int page, int size) {
        if (page < 0 || page > LAST) {
            throw Refusal.bad("The parameter page must be a whole number from 0.");
        }
        if (size < 1 || size > MOST) {
            throw Refusal.bad("The parameter size must be a whole number from 1 to " + MOST + ".");
        }
    }
}
