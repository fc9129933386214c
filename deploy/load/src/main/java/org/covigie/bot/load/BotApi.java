package org.covigie.bot.load;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bot's operator API, as far as counting needs it. A call that fails answers "unknown". */
final class BotApi {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int PAGE_SIZE = 200;

    private final int port;
    private final String token;

    BotApi(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** @return -1 when the bot does not say */
    long drafts() {
        return get("/api/v1/signals?status=DRAFT&size=1").path("total").asLong(-1);
    }

    /** @return -1 when the bot does not say */
    long groups() {
        return get("/api/v1/groups?size=1").path("total").asLong(-1);
    }

    /** Groups that have a correspondent. */
    long groupsWithCorrespondent() {
        long[] count = {0};
        eachItem("/api/v1/groups?", group -> count[0] += group.path("correspondents").isEmpty() ? 0 : 1);
        return count[0];
    }

    /** How often each thread word stands in a draft; drafts without one count under the empty word. */
    Map<String, Integer> draftsByThread() {
        Map<String, Integer> found = new HashMap<>();
        eachItem("/api/v1/signals?status=DRAFT&",
                signal -> found.merge(Phrases.threadOf(signal.path("text").asString("")), 1, Integer::sum));
        return found;
    }

    /**
     * Has something announced to all groups.
     *
     * @return its id
     * @throws IllegalStateException when the bot does not take it
     */
    String announce(String url) {
        ObjectNode synthesis = Payloads.object().put("externalId", "load").put("title", "Tous les groupes")
                .put("summary", "Une seule fois par groupe.").put("url", url);
        try (WireClient client = new WireClient(port, LIMIT)) {
            WireMessage answer = client.post("/api/v1/syntheses", headers(), Payloads.bytes(synthesis));
            String id = Payloads.JSON.readTree(answer.body()).path("id").asString("");
            if (answer.status() != 202 || id.isEmpty()) {
                throw new IllegalStateException("the announcement was answered with " + answer.status());
            }
            return id;
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("the announcement was not answered", e);
        }
    }

    /** How far an announcement has got; all -1 when the bot does not say. */
    record Reach(long pending, long sent, long failed) {
        long ended() {
            return sent + failed;
        }
    }

    Reach reach(String id) {
        JsonNode deliveries = get("/api/v1/syntheses/" + id).path("deliveries");
        return new Reach(deliveries.path("pending").asLong(-1), deliveries.path("sent").asLong(-1),
                deliveries.path("failed").asLong(-1));
    }

    private interface Item {
        void accept(JsonNode item);
    }

    private void eachItem(String query, Item item) {
        long seen = 0;
        for (int page = 0;; page++) {
            JsonNode answer = get(query + "size=" + PAGE_SIZE + "&page=" + page);
            JsonNode items = answer.path("items");
            items.forEach(item::accept);
            seen += items.size();
            if (items.isEmpty() || seen >= answer.path("total").asLong(0)) {
                return;
            }
        }
    }

    private Map<String, String> headers() {
        return Map.of("authorization", "Bearer " + token, "accept", "application/json");
    }

    private JsonNode get(String target) {
        try (WireClient client = new WireClient(port, LIMIT)) {
            WireMessage answer = client.get(target,
                    headers());
            return answer.status() == 200 ? Payloads.JSON.readTree(answer.body()) : Payloads.object();
        } catch (IOException | JacksonException e) {
            return Payloads.object();
        }
    }
}
