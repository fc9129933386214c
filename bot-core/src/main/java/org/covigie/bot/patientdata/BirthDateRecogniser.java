package org.covigie.bot.patientdata;

import java.time.LocalDate;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Dates of birth: by a word that says so, or by a person directly before « du » and a date of long ago. */
final class BirthDateRecogniser implements Recogniser {

    private static final int LOOK_BACK = 48;
    private static final Pattern CUE_BEFORE = Pattern.compile("(?<!\\p{L})(?:nee|nees|ddn|dob|d\\.o\\.b|d\\.d\\.n|born"
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

    private final InstantSource clock;

    BirthDateRecogniser(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Candidate> find(Message message) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var found = new ArrayList<Candidate>();
        for (Dates.Written date : new Dates(today).in(message.text())) {
            double score = score(message, date, today);
            if (score > 0 && !Context.quotedExample(message, date.start())) {
                found.add(new Candidate(Type.BIRTH_DATE, date.start(), date.end(), score));
            }
        }
        return found;
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
            return date.kind() == Dates.Kind.FULL ? 0.95 : 0.85;
        }
        boolean longAgo = date.kind() == Dates.Kind.FULL && date.day().isBefore(today.minusYears(2));
        return longAgo && PERSON_BEFORE.matcher(before).find() ? 0.82 : 0;
    }
}
