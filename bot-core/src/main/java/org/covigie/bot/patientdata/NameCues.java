package org.covigie.bot.patientdata;

import java.util.Set;

/**
 * What the words directly around a name say of the role of the person, by hand weights: the scorer takes the sum as
 * one of its features, and learns from the texts how far to trust it.
 */
final class NameCues {

    private static final double FULL = 0.35;
    private static final double FIRST = 0.20;
    private static final double UNKNOWN = 0.05;
    private static final double AFTER_PATIENT = 0.50;
    private static final double AFTER_CARE_LINK = 0.20;
    private static final double AGE_OR_BIRTH = 0.35;
    private static final double CARE = 0.30;
    private static final double MORE_CARE = 0.10;
    private static final double SUBJECT = 0.15;
    private static final double SOMEBODY = 0.50;
    private static final double COLLEAGUES = -0.45;

    /** Before a name, these announce a place, a firm, a street, an eponym. */
    private static final Set<String> HEADS = Set.of("rue", "avenue", "boulevard", "place", "impasse", "allee", "chemin",
            "route", "quai", "square", "saint", "sainte", "st", "ste", "institut", "hopital", "clinique", "ehpad",
            "residence", "centre", "fondation", "association", "ecole", "lycee", "college", "universite", "maison",
            "service", "pavillon", "batiment", "salle", "pharmacie", "cabinet", "laboratoire", "labo", "maladie",
            "syndrome",
            "score", "signe", "test", "manoeuvre", "echelle", "classification", "loi", "plan", "indice", "critere",
            "criteres", "pied", "methode", "protocole", "operation", "formule", "regle", "hospital", "street",
            "disease",
            "syndrom", "sign", "rule", "ward", "house", "garde", "dr", "pr", "docteur", "professeur", "transports",
            "ambulances", "taxi", "taxis", "hotel", "stade", "espace", "parc", "prix", "tempete", "ouragan",
            "canicule");
    private static final Set<String> OF = Set.of("de", "d", "du", "des", "la", "l", "'");
    private static final Set<String> CARE_LINKS = Set.of("chez", "pour", "call", "for", "from", "with", "avec", "voir",
            "revoir", "see", "petit", "petite", "little", "young", "jeune");
    private static final Set<String> AUXILIARIES = Set.of("a", "est", "ete", "sera", "etait", "vient", "d", "'", "etre",
            "is", "was", "has", "been", "de", "re");
    private static final Set<String> PREDICATES = Set.of("opere", "operee", "hospitalise", "hospitalisee", "decede",
            "decedee", "tombe", "tombee", "chute", "rentre", "rentree", "sorti", "sortie", "transfere", "transferee",
            "admitted", "discharged", "died", "fell", "fallen", "agite", "agitee", "algique", "vomit", "refuse");
    private static final Set<String> ADDRESSED = Set.of("tu", "peux", "pourrais", "t", "te", "vous", "pouvez", "merci",
            "can", "could", "you", "thanks", "please", "stp", "svp");
    private static final Set<String> DECLARED = Set.of("nom", "prenom", "name", "surname", "patient", "patiente");

    private NameCues() {}

    /** Tokens {@code from} to {@code to}; mostly between 0 and 1. */
    static double score(Message message, int from, int to) {
        boolean first = NameReader.hasFirstName(message, from, to);
        int parts = NameReader.parts(message, from, to);
        boolean acronym = parts == 1 && message.token(from).shape() == Token.Shape.UPPER && !first;
        boolean common = !first && Lexicon.COMMON.has(message.word(from));
        double score = first ? parts > 1 ? FULL : FIRST : acronym || common ? -0.3 : UNKNOWN;
        String before = message.word(from - 1);
        if (directlyAfterPatient(message, from)) {
            score += AFTER_PATIENT;
        } else if (CARE_LINKS.contains(before) && (first || chez(message, from))) {
            score += AFTER_CARE_LINK;
        }
        if (ageOrBirthFollows(message, to)) {
            score += first ? AGE_OR_BIRTH : 0.05;
        }
        int care = Context.count(message, from, to, Lexicon.CLINICAL::has);
        score += care > 0 ? first || chez(message, from) ? CARE : 0.05 : 0;
        score += care > 1 ? MORE_CARE : 0;
        boolean subject = opensSentence(message, from);
        if (subject && first) {
            score += SUBJECT;
        }
        boolean somebody = message.token(from).shape() == Token.Shape.CAPITAL && !first && !common
                && !Lexicon.CLINICAL.has(message.word(from));
        if (somebody
                && (subject && caredFor(message, to) || CARE_LINKS.contains(before) && careBefore(message, from))) {
            score += SOMEBODY;
        }
        if (!directlyAfterPatient(message, from) && colleaguesNearer(message, from, to)) {
            score += COLLEAGUES;
        }
        return score;
    }

    /** First word of its sentence, emoji and bullets aside. */
    static boolean opensSentence(Message message, int from) {
        int start = message.sentence(from).start();
        for (int i = from - 1; i >= start; i--) {
            if (message.token(i).shape() != Token.Shape.MARK || message.word(i).equals("@") || from - i > 4) {
                return false;
            }
        }
        return true;
    }

    /** « … opéré », « … est sorti », « … a été hospitalisé » */
    static boolean caredFor(Message message, int to) {
        int at = to;
        while (at - to < 3 && AUXILIARIES.contains(message.word(at))) {
            at++;
        }
        return PREDICATES.contains(message.word(at));
    }

    private static boolean careBefore(Message message, int from) {
        int start = message.sentence(from).start();
        for (int i = from - 1; i >= start && from - i <= 8; i--) {
            if (Lexicon.CLINICAL.has(message.word(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean colleaguesNearer(Message message, int from, int to) {
        int start = message.token(from).start();
        int end = message.token(to - 1).end();
        int trade = Context.distance(message, start, end, Lexicon.PROFESSIONAL::has);
        return trade < Context.REACH && trade <= Context.distance(message, start, end, Lexicon.CLINICAL::has);
    }

    /** « Julie, tu peux … » and a first name as the last line. */
    static boolean spokenTo(Message message, int to) {
        boolean comma = message.word(to).equals(",");
        boolean signature = to == message.size()
                && message.sentence(to - 1).end() - message.sentence(to - 1).start() <= 3
                && message.sentence(to - 1).start() > 0;
        return signature || comma && ADDRESSED.contains(message.word(to + 1)) || ADDRESSED.contains(message.word(to));
    }

    private static boolean chez(Message message, int from) {
        String before = message.word(from - 1);
        return before.equals("chez");
    }

    /** « patiente … », « ma mère … », « les parents de … », « prénom : … » */
    static boolean directlyAfterPatient(Message message, int from) {
        String before = message.word(from - 1);
        if (before.equals(":") && DECLARED.contains(message.word(from - 2))) {
            return true;
        }
        boolean of = before.equals("de") || before.equals("'") && message.word(from - 2).equals("d");
        int at = of ? before.equals("de") ? from - 2 : from - 3 : from - 1;
        return Lexicon.PATIENT.has(message.word(at)) && !(of && message.word(at).startsWith("patient"));
    }

    static boolean ageOrBirthFollows(Message message, int to) {
        for (int i = to; i < Math.min(to + 4, message.size()); i++) {
            String word = message.word(i);
            boolean age = message.token(i).shape() == Token.Shape.DIGITS && word.length() <= 3
                    && (Set.of("ans", "mois", "a", "yo", "y", "sa", "years", ",", "jours")
                            .contains(message.word(i + 1)));
            if (age || Set.of("ne", "nee", "ddn", "dob", "born").contains(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean nobody(Message message, int from, int to) {
        if (NameReader.parts(message, from, to) == 1 && Lexicon.NOBODY.has(message.word(from))) {
            return true;
        }
        for (int i = from; i < to; i++) {
            String word = message.word(i);
            if (Lexicon.PROFESSIONAL.has(word) || Lexicon.NOBODY.has(word) || HEADS.contains(word)) {
                return true;
            }
        }
        int at = from - 1;
        while (at >= 0 && from - at <= 4 && OF.contains(message.word(at))) {
            at--;
        }
        return HEADS.contains(message.word(at)) || TitledNameRecogniser.isTitleAt(message, from - 1)
                || message.word(to).equals("et") && message.word(to + 1).equals("al");
    }
}
