package org.covigie.bot.patientdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An invented message with what is to be found in it.
 *
 * @param language {@code fr} or {@code en}
 * @param spans    offsets in UTF-16 code units, end exclusive; empty when nobody is identified
 */
record Labelled(String id, String language, Kind kind, String text, List<Mark> spans) {

    enum Kind {
        LEAK, HARD, EASY
    }

    record Mark(Type type, int start, int end) {
        boolean overlaps(int from, int to) {
            return from < end && start < to;
        }
    }

    private static final Pattern MARKED = Pattern.compile("\\{([A-Z_0-9]+):([^{}]*)}");

    boolean leaks() {
        return kind == Kind.LEAK;
    }

    /** A file beside this class: language, kind and text a line, {@code {TYPE:…}} around each detail. */
    static List<Labelled> resource(String name) {
        try (InputStream in = Objects.requireNonNull(Labelled.class.getResourceAsStream(name), name)) {
            return rows(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Such a file, or one JSON object a line where its name ends so. */
    static List<Labelled> file(Path file) {
        try {
            String all = Files.readString(file);
            return file.toString().endsWith(".jsonl") ? jsonLines(all) : rows(String.valueOf(file.getFileName()), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Labelled> rows(String name, String all) {
        var texts = new ArrayList<Labelled>();
        int line = 0;
        for (String row : all.lines().toList()) {
            line++;
            if (!row.isBlank() && !row.startsWith("#")) {
                texts.add(marked(name + ":" + line, row));
            }
        }
        return texts;
    }

    static Labelled marked(String id, String row) {
        String[] parts = row.split(" ", 3);
        var text = new StringBuilder();
        var spans = new ArrayList<Mark>();
        String written = parts[2].replace("\\n", "\n");
        Matcher matcher = MARKED.matcher(written);
        int at = 0;
        while (matcher.find()) {
            text.append(written, at, matcher.start());
            int start = text.length();
            text.append(matcher.group(2));
            spans.add(new Mark(Type.valueOf(matcher.group(1)), start, text.length()));
            at = matcher.end();
        }
        text.append(written.substring(at));
        Kind kind = Kind.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT));
        if ((kind == Kind.LEAK) == spans.isEmpty()) {
            throw new IllegalArgumentException(id + " is labelled against its kind");
        }
        return new Labelled(id, parts[0], kind, text.toString(), spans);
    }

    /** {@code id, lang, text, leak, spans[{start,end,type}], note}. */
    private static List<Labelled> jsonLines(String all) {
        JsonMapper json = JsonMapper.builder().build();
        return all.lines().filter(line -> !line.isBlank()).map(line -> of(json.readTree(line))).toList();
    }

    private static Labelled of(JsonNode node) {
        var spans = new ArrayList<Mark>();
        for (JsonNode span : node.get("spans")) {
            spans.add(new Mark(Type.valueOf(span.get("type").asString()), span.get("start").asInt(),
                    span.get("end").asInt()));
        }
        Kind kind = node.get("leak").asBoolean()
                ? Kind.LEAK
                : node.get("note").asString().startsWith("hard") ? Kind.HARD : Kind.EASY;
        return new Labelled(node.get("id").asString(), node.get("lang").asString(), kind, node.get("text").asString(),
                spans);
    }
}
