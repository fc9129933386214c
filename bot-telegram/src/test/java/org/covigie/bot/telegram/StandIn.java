package org.covigie.bot.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A small stand-in of Telegram's server: it keeps updates until an offset above them arrives, answers from the head for an
 * offset in the future, and can be told to answer anything else first.
 */
final class StandIn implements AutoCloseable {
    /** One call: the method in lower case, and its parameters. */
    record Asked(String method, JsonNode body) {}

    /** An answer that ends so is broken off: the connection closes before all of it was transferred. */
    static final char BREAK = '~';

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Map<String, List<byte[]>> scripted = new TreeMap<>();
    private final List<byte[]> queue = new ArrayList<>();
    private final String token;

    StandIn(String token) throws IOException {
        this.token = token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void queue(String... updates) {
        for (String update : updates) {
            queue.add(bytes(update));
        }
        notifyAll();
    }

    /** What the method answers next, once, before it answers as usual. */
    synchronized void script(String method, String... answers) {
        for (String answer : answers) {
            scripted.computeIfAbsent(method.toLowerCase(Locale.ROOT), any -> new ArrayList<>()).add(bytes(answer));
        }
        notifyAll();
    }

    List<JsonNode> asked(String method) {
        return asked.stream().filter(one -> one.method().equalsIgnoreCase(method)).map(Asked::body).toList();
    }

    synchronized int waiting() {
        return queue.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().replaceFirst("/bot" + token + "/", "")
                .toLowerCase(Locale.ROOT);
        JsonNode body = Answer.JSON.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(new Asked(method, body));
        byte[] answer;
        try {
            answer = answer(method, body);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        boolean breaks = answer.length > 0 && answer[answer.length - 1] == BREAK;
        exchange.sendResponseHeaders(200, breaks ? answer.length + 100 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private synchronized byte[] answer(String method, JsonNode body) throws InterruptedException {
        byte @Nullable [] next = scripted(method);
        if (next != null) {
            return next;
        }
        if (method.equals("getme")) {
            return bytes("{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"username\":\"CovigieBot\"}}");
        }
        if (!method.equals("getupdates")) {
            return bytes("{\"ok\":true,\"result\":true}");
        }
        return updates(body);
    }

    private byte[] updates(JsonNode body) throws InterruptedException {
        Long offset = Fields.number(body, "offset");
        if (offset != null) {
            acknowledge(offset);
        }
        long until = System.nanoTime() + 1_000_000_000L * body.path("timeout").asLong(0);
        while (queue.isEmpty() && System.nanoTime() < until) {
            byte @Nullable [] next = scripted("getupdates");
            if (next != null) {
                return next;
            }
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        StringBuilder answer = new StringBuilder("{\"ok\":true,\"result\":[");
        for (int i = 0; i < Math.min(queue.size(), body.path("limit").asInt(100)); i++) {
            answer.append(i == 0 ? "" : ",").append(new String(queue.get(i), StandardCharsets.ISO_8859_1));
        }
        return answer.append("]}").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An offset above all that waits is in the future, and acknowledges nothing. */
    private void acknowledge(long offset) {
        int seen = 0;
        for (int i = 0; i < queue.size(); i++) {
            Long id = Updates.number(queue.get(i));
            if (id != null && id == offset - 1) {
                seen = i + 1;
            }
        }
        queue.subList(0, seen).clear();
    }

    private byte @Nullable [] scripted(String method) {
        List<byte[]> answers = scripted.get(method);
        return answers == null || answers.isEmpty() ? null : answers.removeFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
