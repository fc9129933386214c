package org.covigie.bot.patientdata;

import java.time.LocalDate;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of birth: by a word that says so, or by a person directly before « du » and a date of long ago. */
final class BirthDateRecogniser implements Recogniser {

    private static final int LOOK_BACK = 48;
    private static final Pattern CUE_BEFORE = Pattern
            .compile("(?<!\\p{L})(?:nee|nees|ddn|dn|dob|d\\.o\\.b|d\\.d\\.n|born"
                    + "|(?<!conge de |prime de |maison de |declaration de |certificat de )naissance|birth|birthdate|birthday)"
                    + "(?!\\p{L})(?!.*(?:avant|before|jusqu|semaine|terme))[^0-9\\n;!?]{0,28}$");
    /** Without its accent, « né » is a negation: only « ne le », « né(e) », « ne en mars » and the like are births. */
    private static final Pattern BORN_BEFORE = Pattern.compile("(?<!\\p{L})(?:ne|nes|ne ?\\(e\\)|ne\\.e|ne-e)"
            + "(?: ?:? ?(?:(?:un |le |en |l'|au )(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?)?"
            + "(?: ?: ?)?| a [^0-9\\n;!?]{1,24} (?:le|en) )$");
    private static final Pattern CUE_AFTER = Pattern
            .compile("^ ?[,(-]? ?(?:ddn|dob|d\\.o\\.b|(?:date )?de naissance|date of birth)(?!\\p{L})");
    private static final String PERSON = "(?:dame|monsieur|madame|homme|femme|patiente?|mr|mme|mlle|m\\.|elle est|il est"
            + "|elle|gars|lady|gentleman|man|woman|jeune fille|jeune homme|garcon|fille|fillette|enfant|bebe|petite?|ado"
            + "|residente?|[a-z]\\.)";
    private static final Pattern PERSON_BEFORE = Pattern
            .compile("(?<!\\p{L})" + PERSON
                    + "(?: (?!vue?s? |suivie?s? |recue? |sortie? |hospital|oper|consult)[\\p{L}.'-]{1,20}){0,2} ?,? du $");

    /** Those born of late: « jumeaux du 03/01/26 ». */
    private static final Pattern NEWBORN_BEFORE = Pattern
            .compile("(?<!\\p{L})(?:bebe|nourrisson|nouveau-nee?|jumeaux|jumelles) ?,? du $");

    /** « patiente (23/10/1987) », « pt 07/03/1942, » */
    private static final Pattern PERSON_DIRECTLY_BEFORE = Pattern
            .compile("(?<!\\p{L})(?:patiente?|pt|pte|dame|homme|femme|monsieur|madame|garcon|fille|enfant) ?[(,:]? ?$");
    /** A year alone, or a month with two digits of a year, after a word of birth. */
    private static final Pattern YEAR = Pattern.compile("(?<!\\p{L})(?:(?:nee?|ne ?\\(e\\)|born|annee de naissance|ddn)"
            + "(?: en| in)? ?:? ?|(?:il|elle) est de |patiente? de )"
            + "((?:19[0-9]{2}|20[0-2][0-9])(?![0-9/.-])|(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)"
            + "\\p{L}{0,6}\\.? '?[0-9]{2}(?![0-9]))");
    private static final Set<String> YEAR_WORDS = Set.of("ne", "nee", "born", "annee", "ddn", "il", "elle", "patient",
            "patiente");
    private static final int LATEST_FOUNDING = 12;

    private final InstantSource clock;

    BirthDateRecogniser(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Candidate> find(Message message) {
        if (!message.hasDigits()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var found = new ArrayList<Candidate>();
        for (Dates.Written date : message.dates(today)) {
            double score = score(message, date, today);
            if (score > 0 && !Context.quotedExample(message, date.start())) {
                found.add(new Candidate(Type.BIRTH_DATE, date.start(), date.end(), score));
            }
        }
        Matcher year = YEAR.matcher(message.text());
        while (message.hasAny(YEAR_WORDS) && year.find()) {
            double score = yearScore(message, year.start(), year.end());
            if (score > 0) {
                found.add(new Candidate(Type.BIRTH_DATE, year.start(1), year.end(1), score));
            }
        }
        return found;
    }

    /** Reforms, networks and practices are born too: it takes somebody, or their illness. */
    private static double yearScore(Message message, int start, int end) {
        if (Context.near(message, start, end, Lexicon.PROFESSIONAL::has)
                || Context.quotedExample(message, start)) {
            return 0;
        }
        boolean care = message.scene().care() > 0;
        boolean person = Context.near(message, start, end, word -> Lexicon.PATIENT.has(word) || word.equals("il")
                || word.equals("elle") || word.equals("he") || word.equals("she"));
        return care && person ? 0.82 : care || person ? 0.62 : 0;
    }

    /** « Naissance de la CPTS le … » */
    private static boolean founded(Message message, int start) {
        int at = message.tokenAt(start);
        for (int i = at - 1; i >= 0 && at - i <= LATEST_FOUNDING && message.sentence(i) == message.sentence(at); i--) {
            String word = message.word(i);
            if (word.equals("naissance") || word.equals("nee") || word.equals("ne") || word.equals("born")) {
                return false;
            }
            if (Lexicon.PROFESSIONAL.has(word)) {
                return true;
            }
        }
        return false;
    }

    private static double score(Message message, Dates.Written date, LocalDate today) {
        boolean hasYear = date.kind() != Dates.Kind.DAY_AND_MONTH;
        if (hasYear && (date.day().isAfter(today.plusDays(1)) || date.day().isBefore(today.minusYears(116)))) {
            return 0;
        }
        String text = message.text();
        String before = text.substring(Math.max(0, date.start() - LOOK_BACK), date.start());
        String after = text.substring(date.end(), Math.min(text.length(), date.end() + LOOK_BACK));
        if (CUE_BEFORE.matcher(before).find() || BORN_BEFORE.matcher(before).find()
                || CUE_AFTER.matcher(after).find()) {
            if (founded(message, date.start())) {
                return 0;
            }
            return date.kind() == Dates.Kind.FULL ? 0.95 : 0.85;
        }
        boolean longAgo = date.kind() == Dates.Kind.FULL && date.day().isBefore(today.minusYears(2));
        boolean person = PERSON_BEFORE.matcher(before).find() || PERSON_DIRECTLY_BEFORE.matcher(before).find();
        boolean newborn = date.kind() == Dates.Kind.FULL && NEWBORN_BEFORE.matcher(before).find();
        return longAgo && person || newborn ? 0.82 : 0;
    }
}
