package org.covigie.bot.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.covigie.bot.platform.Cell;
import org.covigie.bot.signals.SignalDocument;
import org.jspecify.annotations.Nullable;

/** A signal as a line of a table: the names are those of the JSON, lists are joined by a space. */
final class CsvRow {
    static final List<String> HEADER = List.of("id", "number", "kind", "status", "holds", "text", "note", "group.id",
            "group.name", "channel", "authorProfession", "department", "sourceAt", "taggedAt", "publishedAt", "answers",
            "platform.id", "platform.url", "findings");

    private CsvRow() {}

    static List<String> of(SignalDocument signal) {
        List<String> cells = new ArrayList<>(HEADER.size());
        add(cells, signal.id());
        add(cells, signal.number());
        add(cells, signal.kind());
        add(cells, signal.status());
        add(cells, joined(signal.holds()));
        add(cells, signal.text());
        add(cells, signal.note());
        add(cells, signal.group().id());
        add(cells, signal.group().name());
        add(cells, signal.channel());
        add(cells, signal.authorProfession());
        add(cells, signal.department());
        add(cells, signal.sourceAt());
        add(cells, signal.taggedAt());
        add(cells, signal.publishedAt());
        add(cells, joined(signal.answers()));
        SignalDocument.AtPlatform platform = signal.platform();
        add(cells, platform == null ? null : platform.id());
        add(cells, platform == null ? null : platform.url());
        add(cells, joined(signal.findings().stream().map(f -> f.type() + ":" + f.start() + "-" + f.end()).toList()));
        return cells;
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static void add(List<String> cells, @Nullable Object value) {
        cells.add(value == null ? "" : Cell.harmless(value.toString()));
    }
}
