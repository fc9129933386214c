package org.covigie.bot.sandbox.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of messages, newest first, by To, From and DateSent; the next page is behind {@code next_page_uri}. */
final class MessageList {

    private static final int MOST = 1000;

    private final Engine engine;

    MessageList(Engine engine) {
        this.engine = engine;
    }

    Reply answer(Map<String, List<String>> query) {
        int size = Math.clamp(Paging.number(query, "PageSize", 50), 1, MOST);
        int page = Math.max(0, Paging.number(query, "Page", 0));
        Predicate<State.Message> wanted = wanted(query);
        return Reply.json(200, engine.read(() -> {
            List<State.Message> found = new ArrayList<>(
                    engine.state.messages.values().stream().filter(wanted).toList());
            java.util.Collections.reverse(found);
            // a message that came meanwhile would push others to the next page twice: the token says where this page ends
            String after = Request.first(query, "PageToken");
            int start = after == null ? page * size : Paging.after(found.stream().map(one -> one.sid).toList(), after);
            int end = Math.min(found.size(), start + size);
            ArrayNode rows = Json.array();
            found.subList(Math.min(start, end), end).forEach(one -> rows.add(Shapes.message(engine, one)));
            ObjectNode json = Json.object();
            json.set("messages", rows);
            String own = address(query, size, page, after == null ? "" : "&PageToken=" + after);
            json.put("page", page).put("page_size", size).put("start", start).put("end", Math.max(start, end - 1))
                    .put("uri", own).put("first_page_uri", address(query, size, 0, "")).putNull("previous_page_uri");
            if (end < found.size()) {
                json.put("next_page_uri",
                        address(query, size, page + 1, "&PageToken=PA" + found.get(end - 1).sid));
            } else {
                json.putNull("next_page_uri");
            }
            return json;
        }));
    }

    private String address(Map<String, List<String>> query, int size, int page, String token) {
        StringBuilder address = new StringBuilder(
                "/2010-04-01/Accounts/" + engine.accountSid + "/Messages.json?PageSize=" + size + "&Page=" + page);
        query.forEach((name, values) -> {
            if (!name.startsWith("Page")) {
                address.append('&').append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=')
                        .append(URLEncoder.encode(values.getFirst(), StandardCharsets.UTF_8));
            }
        });
        return address.append(token).toString();
    }

    private static Predicate<State.Message> wanted(Map<String, List<String>> query) {
        Predicate<State.Message> wanted = message -> true;
        for (Map.Entry<String, List<String>> entry : query.entrySet()) {
            String value = entry.getValue().getFirst();
            wanted = wanted.and(switch (entry.getKey()) {
                case "To" -> message -> message.to.equals(value);
                case "From" -> message -> message.from.equals(value);
                case "DateSent" -> {
                    LocalDate day = day(value);
                    yield message -> message.sent > 0
                            && LocalDate.ofInstant(Instant.ofEpochMilli(message.sent), ZoneOffset.UTC).equals(day);
                }
                case "DateSent>" -> {
                    long from = moment(value, false);
                    yield message -> message.sent >= from;
                }
                case "DateSent<" -> {
                    long until = moment(value, true);
                    yield message -> message.sent > 0 && message.sent <= until;
                }
                default -> message -> true;
            });
        }
        return wanted;
    }

    private static LocalDate day(String value) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(moment(value, false)), ZoneOffset.UTC);
    }

    /** A day, or a moment in ISO-8601, of UTC where no zone is said; a day's end where that is meant. */
    private static long moment(String value, boolean end) {
        try {
            if (value.length() > 10) {
                boolean zone = value.matches(".*(?:Z|[+-]\\d\\d:\\d\\d)$");
                return OffsetDateTime.parse(zone ? value : value + "Z").toInstant().toEpochMilli();
            }
            LocalDate day = LocalDate.parse(value);
            return (end ? day.plusDays(1) : day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
                    - (end ? 1 : 0);
        } catch (DateTimeParseException e) {
            throw Refusal.bad(20001, "Invalid date");
        }
    }
}
