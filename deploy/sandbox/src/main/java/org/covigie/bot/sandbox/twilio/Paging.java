package org.covigie.bot.sandbox.twilio;

import java.util.List;
import java.util.Map;

/** The numbers of a page in a query. */
final class Paging {

    private Paging() {}

    static int number(Map<String, List<String>> query, String name, int otherwise) {
        String value = Request.first(query, name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,6}")) {
            throw Refusal.bad(20001, "Invalid " + name);
        }
        return Integer.parseInt(value);
    }

    /** Where the page begins after the one that a token of ours ended. */
    static int after(List<String> sids, String token) {
        int last = token.startsWith("PA") ? sids.indexOf(token.substring(2)) : -1;
        if (last < 0) {
            throw Refusal.bad(20001, "Invalid PageToken");
        }
        return last + 1;
    }
}
