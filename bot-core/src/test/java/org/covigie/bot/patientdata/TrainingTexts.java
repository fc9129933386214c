package org.covigie.bot.patientdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts the scorer learns from: those written by hand, the same with other names, and combinations of phrases; some
 * without capitals, without accents, with a slip of the keys. The same seed gives the same texts.
 */
final class TrainingTexts {

    /** Those measured on once are learnt from since their errors were read; no text of these measures anything now. */
    static final List<String> BY_HAND = List.of("texts-training.txt", "texts-training-2.txt",
            "texts-training-3.txt", "texts-spent.txt", "texts-tuning.txt");

    private static final int OTHER_NAMES = 4;
    private static final int PER_FRAME = 8;
    private static final int PER_DETAIL = 8;
    private static final Pattern SLOT = Pattern.compile("\\$([A-Z])");
    private static final Pattern NAME = Pattern.compile("\\{NAME:([^}]*)}");

    private final Random random = new Random(20261123);
    private final InventedNames names = new InventedNames(random);

    /** @param origin the line of the hand-written text or frame: what came of it must not be parted in a trial */
    record Origin(int origin, boolean byHand, Labelled text) {}

    List<Origin> all() {
        var texts = new ArrayList<Origin>();
        int line = 0;
        for (String file : BY_HAND) {
            for (String row : rows(file)) {
                line++;
                texts.add(new Origin(line, true, Labelled.marked(file + ":" + line, row)));
                for (int i = 0; i < OTHER_NAMES; i++) {
                    texts.add(new Origin(line, false, varied(Labelled.marked(file + ":" + line, renamed(row)))));
                }
            }
        }
        line = combine(rows("training-phrases.txt"), PER_FRAME, line, texts);
        combine(rows("training-details.txt"), PER_DETAIL, line, texts);
        return texts;
    }

    private int combine(List<String> rows, int each, int line, List<Origin> texts) {
        Map<String, List<String>> lists = new HashMap<>();
        List<String> frames = new ArrayList<>();
        List<String> open = frames;
        for (String row : rows) {
            if (row.startsWith("list ")) {
                open = lists.computeIfAbsent(row.substring(5), _ -> new ArrayList<>());
            } else if (row.equals("frames")) {
                open = frames;
            } else {
                open.add(row);
            }
        }
        int at = line;
        for (String frame : frames) {
            at++;
            for (int i = 0; i < each; i++) {
                texts.add(new Origin(at, false, varied(Labelled.marked("frame:" + at, filled(frame, lists)))));
            }
        }
        return at;
    }

    private String filled(String frame, Map<String, List<String>> lists) {
        String text = frame;
        for (int depth = 0; depth < 3 && text.contains("$"); depth++) {
            Matcher slot = SLOT.matcher(text);
            text = slot.replaceAll(match -> Matcher.quoteReplacement(slot(match.group(1), lists)));
        }
        return text;
    }

    private String slot(String name, Map<String, List<String>> lists) {
        return switch (name) {
            case "G" -> names.given();
            case "F" -> names.family();
            case "B" -> names.both();
            case "R" -> names.reversed();
            case "P" -> switch (random.nextInt(4)) {
                case 0 -> names.both();
                case 1 -> "Dr " + names.family();
                default -> names.given();
            };
            case "N" -> names.number();
            case "M" -> names.box();
            case "A" -> names.address();
            default -> names.pick(Objects.requireNonNull(lists.get(name), name));
        };
    }

    /** Other names in the places of the names; in a text without patient the first names it has. */
    private String renamed(String row) {
        if (NAME.matcher(row).find()) {
            Matcher name = NAME.matcher(row);
            return name.replaceAll(match -> Matcher.quoteReplacement("{NAME:" + like(match.group(1)) + "}"));
        }
        var renamed = new StringBuilder();
        for (String word : row.split("(?<=[^\\p{L}])|(?=[^\\p{L}])")) {
            boolean first = word.length() > 2 && Character.isUpperCase(word.charAt(0))
                    && Lexicon.FIRST_NAMES.has(Shadow.of(word).folded());
            renamed.append(first ? names.given() : word);
        }
        return renamed.toString();
    }

    private String like(String name) {
        boolean lower = name.equals(name.toLowerCase(Locale.ROOT));
        boolean first = Lexicon.FIRST_NAMES.has(Shadow.of(name.split("[ -]")[0]).folded());
        String other = name.contains(" ")
                ? first ? names.both() : names.reversed()
                : first ? names.given() : names.family();
        return lower ? other.toLowerCase(Locale.ROOT) : other;
    }

    private Labelled varied(Labelled text) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> with(text, text.text().toLowerCase(Locale.ROOT));
            case 2 -> with(text, withoutAccents(text.text()));
            case 3 -> with(text, withoutAccents(text.text()).toLowerCase(Locale.ROOT));
            case 4 -> with(text, slipped(text));
            case 5 -> Disguise.withEmoji(text);
            case 6 -> Disguise.upper(text);
            default -> text;
        };
    }

    private static Labelled with(Labelled text, String other) {
        return other.length() == text.text().length()
                ? new Labelled(text.id(), text.language(), text.kind(), other, text.spans())
                : text;
    }

    /** Letter by letter, so that every offset stays. */
    static String withoutAccents(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            String folded = Shadow.fold(c);
            plain.append(folded.length() == 1 && Character.isLetter(c) ? folded.charAt(0) : (char) c);
        });
        return plain.toString();
    }

    /** Two letters of one longer word change places, outside the marks. */
    private String slipped(Labelled text) {
        char[] chars = text.text().toCharArray();
        for (int attempt = 0; attempt < 8; attempt++) {
            int at = 1 + random.nextInt(Math.max(1, chars.length - 2));
            boolean inside = at + 1 < chars.length && Character.isLowerCase(chars[at])
                    && Character.isLowerCase(chars[at + 1]) && Character.isLetter(chars[at - 1]);
            int place = at;
            if (inside && text.spans().stream().noneMatch(mark -> mark.overlaps(place, place + 2))) {
                char c = chars[at];
                chars[at] = chars[at + 1];
                chars[at + 1] = c;
                break;
            }
        }
        return new String(chars);
    }

    private static List<String> rows(String name) {
        try (InputStream in = Objects.requireNonNull(TrainingTexts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(row -> !row.isBlank() && !row.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
