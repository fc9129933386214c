package org.covigie.bot.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A bot that a kill run must catch: it accepts before it keeps, keeps in memory only, and takes no notice of repeats. */
final class ForgetfulBot {
    private static final Queue<String> DRAFTS = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger GROUPS = new AtomicInteger();

    private ForgetfulBot() {}

    static Subject subject() {
        return new Subject("forgetful", Subject.java(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                List.of("-cp", System.getProperty("java.class.path"), ForgetfulBot.class.getName())));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        GROUPS.set(Integer.parseInt(environment.getOrDefault("FORGETFUL_GROUPS", "3")));
        try (WireServer server = WireServer.start(Integer.parseInt(environment.get("SERVER_PORT")),
                ForgetfulBot::answer)) {
            Thread.currentThread().join();
        }
    }

    private static WireServer.Answer answer(WireMessage request) {
        switch (request.path()) {
            case "/telegram/webhook" -> {
                JsonNode message = Payloads.JSON.readTree(request.body()).path("message");
                if (message.path("text").asString("").equals("/p")) {
                    DRAFTS.add(message.path("reply_to_message").path("text").asString());
                }
            }
            case "/api/v1/groups" -> {
                ObjectNode page = Payloads.object().put("total", GROUPS.get());
                for (int i = 0; i < GROUPS.get(); i++) {
                    page.withArray("items").addObject().putArray("correspondents").add(2);
                }
                return new WireServer.Answer(200, Payloads.bytes(page));
            }
            case "/api/v1/signals" -> {
                ObjectNode page = Payloads.object().put("total", DRAFTS.size());
                DRAFTS.forEach(text -> page.withArray("items").addObject().put("text", text));
                return new WireServer.Answer(200, Payloads.bytes(page));
            }
            default -> {
                // ready at once
            }
        }
        return new WireServer.Answer(200, "{}".getBytes(StandardCharsets.UTF_8));
    }
}
