package org.covigie.bot.sandbox.twilio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the fragment of a webhook's address says about retries.
 *
 * @param retries how many more tries
 * @param policy  after what: 4xx, 5xx, ct (connecting), rt (reading), all
 */
record Overrides(int retries, List<String> policy) {

    static Overrides of(String address) {
        Map<String, String> said = new HashMap<>(Map.of("rc", "1", "rp", "ct"));
        int hash = address.indexOf('#');
        for (String pair : (hash < 0 ? "" : address.substring(hash + 1)).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                said.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        String count = said.getOrDefault("rc", "1");
        return new Overrides(count.matches("[0-5]") ? Integer.parseInt(count) : 1,
                List.of(said.getOrDefault("rp", "ct").split(",")));
    }

    static String without(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? address : address.substring(0, hash);
    }

    boolean when(String what) {
        return policy.contains(what) || policy.contains("all");
    }
}
