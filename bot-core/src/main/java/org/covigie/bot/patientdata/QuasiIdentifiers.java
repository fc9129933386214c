package org.covigie.bot.patientdata;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Details that identify only together: initials, a great age, a place of residence, the day something happened to one
 * person. Each brings points; from three on they are worth a hint, from four on a hold.
 */
final class QuasiIdentifiers {

    private static final Pattern AGE = Pattern
            .compile(
                    "(?<![0-9.,])[1-8]?[0-9] ?(?:ans|mois|yo|y/o|years? old|-years?-old)(?!\\p{L})|(?<=[,.] )[0-9]{2}(?=,)");
    private static final Pattern LIVES = Pattern
            .compile("(?<!\\p{L})(?:habite|habitant|vit|vivant|loge|demeurant|domiciliee?|lives|living"
                    + "|originaire|from|viticulteur|viticultrice|agriculteur|agricultrice|eleveur|eleveuse|retraitee?|decedee?|dcd)(?!\\p{L})"
                    + "(?: seule?| alone| le [0-9]{1,2} \\p{L}{3,9}(?: [0-9]{4})?)? {0,1}(?:a|in|d'|de)? ?");
    private static final Pattern EVENT = Pattern
            .compile("(?<!\\p{L})(?:hospitalise|opere|decede|sorti|entre|admis|transfere|vu|fixe|prevu|programme"
                    + "|chirurgie|accouche|accouchement|pose|ablation|biopsie|consultation|operation|intervention|hospitalisation|scanner|irm|rdv|died|admitted|discharged|operated|surgery)"
                    + "(?:e|es|s)?(?!\\p{L})[^.!?\\n]{0,28}$");

    private static final Pattern EVENT_AFTER = Pattern
            .compile(
                    "^[^.!?\\n]{0,24}(?<!\\p{L})(?:hospitalise|opere|decede|sorti|admis|transfere|accouche|operated|admitted)");
    private static final Pattern DAY_AND_MONTH = Pattern
            .compile("(?<=(?:le|du|depuis|au) )(?:0?[1-9]|[12][0-9]|3[01])[/.](?:0?[1-9]|1[0-2])(?![0-9/]|[.,][0-9])");
    /** « dame de 102 ans à Untelville », « Mme D., 78 ans, de Untelville » */
    private static final Pattern FROM_PLACE = Pattern.compile("(?<!\\p{L})ans,? (?:a|de|habitant|vers|sur) (?=\\p{L})");

    private static final double FULL_NAME = 0.30;
    /** Of the score that a name needs alone: see {@link RoleScorer} for the scale below the hint. */
    private static final double IN_COMPANY = 0.22;

    /** So many live there that the place says little. */
    private static final int LARGE = 2;

    private final InstantSource clock;

    QuasiIdentifiers(InstantSource clock) {
        this.clock = clock;
    }

    /** The candidates that count, with what they raise. */
    List<Candidate> weigh(Message message, List<Candidate> candidates) {
        var weak = new ArrayList<Candidate>();
        var sure = new ArrayList<Candidate>();
        for (Candidate candidate : candidates) {
            (candidate.counts() ? sure : weak).add(candidate);
        }
        sure.addAll(besideNumbers(message, weak, sure));
        List<Candidate> names = weak.stream().filter(candidate -> candidate.type() == Type.NAME).toList();
        weak.removeAll(names);
        weak.addAll(events(message));
        weak.addAll(places(message));
        sure.addAll(besideNames(message, sure));
        sure.addAll(company(names, sure));
        weak.addAll(days(message, sure));
        int points = message.hasDigits() && AGE.matcher(message.text()).find() ? 1 : 0;
        boolean person = false;
        for (Candidate candidate : sure) {
            points += combines(candidate.type()) ? 0 : points(candidate.type());
            person |= points(candidate.type()) >= 2
                    && (candidate.score() >= Decision.HOLD_FROM || candidate.type() == Type.NAME);
        }
        for (Type type : Set.of(Type.INITIALS, Type.ADDRESS, Type.DATE, Type.AGE_OVER_89)) {
            // one place may be read by two patterns
            boolean has = Stream.concat(weak.stream(), sure.stream()).anyMatch(candidate -> candidate.type() == type);
            points += has ? points(type) : 0;
        }
        if (points < 3 && !person) {
            return sure;
        }
        double together = points >= 4 || person ? 0.82 : 0.60;
        for (Candidate candidate : weak) {
            boolean letter = candidate.type() == Type.INITIALS && candidate.score() <= InitialsRecogniser.LETTER;
            if (points(candidate.type()) > 0 && !(letter && points < 4)) {
                sure.add(candidate.scored(together));
            }
        }
        if (points >= 4) {
            sure.replaceAll(candidate -> combines(candidate.type()) && candidate.score() < together
                    ? candidate.scored(together)
                    : candidate);
        }
        return sure;
    }

    private static boolean combines(Type type) {
        return type == Type.INITIALS || type == Type.AGE_OVER_89 || type == Type.DATE || type == Type.ADDRESS;
    }

    private static int points(Type type) {
        return switch (type) {
            case AGE_OVER_89 -> 3;
            case INITIALS, ADDRESS, DATE -> 2;
            case NAME, BIRTH_DATE, NIR, RECORD_ID -> 2;
            case PHONE, EMAIL, OTHER -> 0;
        };
    }

    private List<Candidate> events(Message message) {
        var found = new ArrayList<Candidate>();
        if (!message.hasDigits()) {
            return found;
        }
        String text = message.text();
        for (Dates.Written date : message.dates(today())) {
            String before = text.substring(Math.max(0, date.start() - 48), date.start());
            boolean exact = date.kind() == Dates.Kind.FULL || date.kind() == Dates.Kind.DAY_AND_MONTH;
            String after = text.substring(date.end(), Math.min(text.length(), date.end() + 48));
            if (exact && (EVENT.matcher(before).find() || EVENT_AFTER.matcher(after).find())
                    && !Context.near(message, date.start(), date.end(), Lexicon.PROFESSIONAL::has)) {
                found.add(new Candidate(Type.DATE, date.start(), date.end(), 0.30));
            }
        }
        Matcher dayAndMonth = DAY_AND_MONTH.matcher(text);
        while (dayAndMonth.find()) {
            String before = text.substring(Math.max(0, dayAndMonth.start() - 48), dayAndMonth.start());
            if (EVENT.matcher(before).find()) {
                found.add(new Candidate(Type.DATE, dayAndMonth.start(), dayAndMonth.end(), 0.30));
            }
        }
        return found;
    }

    /** Where one patient is named, a name that is in some doubt is another's or the rest of the first. */
    private static List<Candidate> company(List<Candidate> names, List<Candidate> sure) {
        boolean somebody = sure.stream().anyMatch(candidate -> switch (candidate.type()) {
            case NAME, BIRTH_DATE, NIR, RECORD_ID, PHONE, EMAIL -> candidate.counts();
            case DATE, ADDRESS, AGE_OVER_89, INITIALS, OTHER -> false;
        });
        return somebody
                ? names.stream().filter(name -> name.score() >= IN_COMPANY)
                        .map(name -> name.scored(Decision.HINT_FROM)).toList()
                : List.of();
    }

    /** Any day in the sentence that names the patient: « Untel va mieux, drain retiré le 30/04 ». */
    private List<Candidate> days(Message message, List<Candidate> sure) {
        var found = new ArrayList<Candidate>();
        if (!message.hasDigits() || sure.stream().noneMatch(candidate -> candidate.type() == Type.NAME)) {
            return found;
        }
        var sentences = new HashSet<Message.Sentence>();
        sure.stream().filter(candidate -> candidate.type() == Type.NAME)
                .forEach(name -> sentences.add(message.sentence(message.tokenAt(name.start()))));
        for (Dates.Written date : message.dates(today())) {
            boolean exact = date.kind() == Dates.Kind.FULL || date.kind() == Dates.Kind.DAY_AND_MONTH;
            if (exact && sentences.contains(message.sentence(message.tokenAt(date.start())))) {
                found.add(new Candidate(Type.DATE, date.start(), date.end(), 0.30));
            }
        }
        Matcher day = DAY_AND_MONTH.matcher(message.text());
        while (day.find()) {
            if (sentences.contains(message.sentence(message.tokenAt(day.start())))) {
                found.add(new Candidate(Type.DATE, day.start(), day.end(), 0.30));
            }
        }
        return found;
    }

    /** A birth date often follows the name bare: « Untel, 03/05/1951 ». */
    private List<Candidate> besideNames(Message message, List<Candidate> sure) {
        var found = new ArrayList<Candidate>();
        if (sure.stream().noneMatch(candidate -> candidate.type() == Type.NAME)) {
            return found;
        }
        var ends = new HashSet<Integer>();
        sure.stream().filter(candidate -> candidate.type() == Type.NAME)
                .forEach(candidate -> ends.add(candidate.end()));
        for (Dates.Written date : message.dates(today())) {
            boolean longAgo = date.kind() == Dates.Kind.FULL && date.day().isBefore(today().minusYears(2));
            for (int gap = 1; gap <= 3 && longAgo; gap++) {
                if (ends.contains(date.start() - gap)) {
                    found.add(new Candidate(Type.BIRTH_DATE, date.start(), date.end(), 0.82));
                    break;
                }
            }
        }
        return found;
    }

    /** A full name in the same line as a number that is a patient's. */
    private static List<Candidate> besideNumbers(Message message, List<Candidate> weak, List<Candidate> sure) {
        var sentences = new HashSet<Message.Sentence>();
        for (Candidate candidate : sure) {
            boolean number = switch (candidate.type()) {
                case NIR, RECORD_ID, BIRTH_DATE -> true;
                case NAME, DATE, PHONE, EMAIL, ADDRESS, AGE_OVER_89, INITIALS, OTHER -> false;
            };
            if (number) {
                sentences.add(message.sentence(message.tokenAt(candidate.start())));
            }
        }
        return weak.stream().filter(candidate -> candidate.type() == Type.NAME && candidate.score() >= FULL_NAME)
                .filter(candidate -> sentences.contains(message.sentence(message.tokenAt(candidate.start()))))
                .map(candidate -> candidate.scored(0.82)).toList();
    }

    private static List<Candidate> places(Message message) {
        var found = new ArrayList<Candidate>();
        Matcher lives = LIVES.matcher(message.text());
        while (lives.find()) {
            addPlace(message, message.tokenAt(lives.end()), found);
        }
        if (!message.hasDigits()) {
            return found;
        }
        Matcher from = FROM_PLACE.matcher(message.text());
        while (from.find()) {
            int at = message.tokenAt(from.end());
            if (message.vocabulary(at).mayName() && Vocabulary.commune(message.word(at)) < LARGE) {
                addPlace(message, at, found);
            }
        }
        // « Mme D., 78 ans, Castelmaury »: a capital alone between commas after the age
        Matcher age = AGE.matcher(message.text());
        while (age.find()) {
            int comma = message.tokenAt(age.end());
            if (comma < message.size() && message.token(comma).is(',')) {
                int end = addPlace(message, comma + 1, found);
                if (end > 0 && !message.word(end).equals(",") && end < message.size()) {
                    found.removeLast();
                }
            }
        }
        return found;
    }

    private static int addPlace(Message message, int from, List<Candidate> found) {
        if (from >= message.size() || !message.token(from).isCapitalised() || Lexicon.NOBODY.has(message.word(from))
                || Lexicon.CLINICAL.has(message.word(from)) || Lexicon.PROFESSIONAL.has(message.word(from))
                || Lexicon.COMMON.has(message.word(from))) {
            return 0;
        }
        int to = NameReader.capitalised(message, from);
        if (to > from) {
            found.add(new Candidate(Type.ADDRESS, message.token(from).start(), message.token(to - 1).end(), 0.30));
        }
        return to > from ? to : 0;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
