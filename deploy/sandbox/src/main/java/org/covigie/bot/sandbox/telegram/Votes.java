package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How people answer native polls: core.telegram.org/bots/api#poll. */
final class Votes {

    private final Engine engine;

    Votes(Engine engine) {
        this.engine = engine;
    }

    /** The whole of somebody's answer; none takes it back. */
    void vote(Group group, Person person, int messageId, int... options) {
        engine.change(() -> {
            Room room = engine.room(group.id());
            JsonNode message = room.messages.get(messageId);
            if (message == null || !(message.path("poll") instanceof ObjectNode poll)
                    || poll.path("is_closed").asBoolean(false) || !room.has(person.id())) {
                throw new IllegalStateException("No open poll there");
            }
            List<Integer> chosen = chosen(poll, options);
            Map<Long, List<Integer>> votes = room.votes.computeIfAbsent(Json.text(poll, "id"),
                    id -> new LinkedHashMap<>());
            if (chosen.isEmpty()) {
                votes.remove(person.id());
            } else {
                votes.put(person.id(), chosen);
            }
            count(poll, votes);
            engine.offer("poll", "poll:" + Json.text(poll, "id"), poll);
            if (!poll.path("is_anonymous").asBoolean(true)) {
                engine.offer("poll_answer", "poll:" + Json.text(poll, "id"), answer(poll, person, chosen));
            }
            return true;
        });
    }

    private static List<Integer> chosen(JsonNode poll, int... options) {
        List<Integer> chosen = new ArrayList<>();
        for (int option : options) {
            chosen.add(option);
        }
        boolean offered = chosen.stream().allMatch(one -> one >= 0 && one < poll.path("options").size());
        if (!offered || Set.copyOf(chosen).size() != chosen.size()
                || chosen.size() > 1 && !poll.path("allows_multiple_answers").asBoolean(false)) {
            throw new IllegalStateException("The poll does not offer that");
        }
        return chosen;
    }

    private static void count(ObjectNode poll, Map<Long, List<Integer>> votes) {
        for (int i = 0; i < poll.path("options").size(); i++) {
            int option = i;
            long count = votes.values().stream().filter(list -> list.contains(option)).count();
            ((ObjectNode) poll.path("options").path(i)).put("voter_count", count);
        }
        poll.put("total_voter_count", votes.size());
    }

    private ObjectNode answer(JsonNode poll, Person person, List<Integer> chosen) {
        ObjectNode answer = Json.object().put("poll_id", Json.text(poll, "id"));
        answer.set("user", engine.user(person.id()));
        ArrayNode ids = answer.putArray("option_ids");
        ArrayNode persistent = answer.putArray("option_persistent_ids");
        chosen.forEach(option -> {
            ids.add(option);
            persistent.add(String.valueOf(option));
        });
        return answer;
    }
}
