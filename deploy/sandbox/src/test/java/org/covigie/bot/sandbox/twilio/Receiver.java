package org.covigie.bot.sandbox.twilio;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The bot's side of the webhooks: takes down what comes, answers as told, and lends media. */
final class Receiver implements AutoCloseable {

    record Call(String path, Map<String, String> form, String signature) {
        String get(String name) {
            return form.getOrDefault(name, "");
        }
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    /** Statuses to answer with, in turn; then 200. */
    final ConcurrentLinkedQueue<Integer> script = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/media/")) {
                byte[] bytes = path.endsWith("big") ? new byte[17 << 20] : new byte[]{1, 2, 3};
                exchange.getResponseHeaders().set("Content-Type", path.startsWith("/media/type/")
                        ? path.substring("/media/type/".length())
                        : path.endsWith("html") ? "text/html" : "image/png");
                exchange.sendResponseHeaders(200, bytes.length);
                try (exchange) {
                    exchange.getResponseBody().write(bytes);
                }
                return;
            }
            calls.add(new Call(path, form(body),
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-Twilio-Signature"))));
            Integer status = script.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> statuses(String sid) {
        return calls.stream().filter(call -> call.get("MessageSid").equals(sid) && !call.get("MessageStatus").isEmpty())
                .map(call -> call.get("MessageStatus")).toList();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
