package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody everyone can point at: the only holder of a role in a named place, or the subject of a press article. A
 * hint, and only where the sentence speaks of their health rather than of the trade.
 */
final class KnownPersonRecogniser implements Recogniser {

    /** From the role to the place: « patronne du bar des sports de Untelville ». */
    private static final int FAR = 7;
    private static final double SCORE = 0.62;
    private static final Set<String> SOLE = Set.of("seul", "seule", "unique", "dernier", "derniere", "only", "last",
            "ancien", "ancienne", "former");
    private static final Set<String> ALONE = Set.of("seul", "seule", "unique", "dernier", "derniere", "only", "last");
    private static final Set<String> RELATIVES = Set.of("mari", "femme", "fils", "fille", "mere", "pere", "frere",
            "soeur", "epouse", "conjoint", "conjointe", "compagne", "compagnon", "veuve", "wife", "husband", "son",
            "daughter", "mother", "father");
    private static final Set<String> OF = Set.of("de", "d", "du", "la", "l", "'", "of", "the");
    private static final Set<String> IN = Set.of("de", "d", "du", "a", "au", "in", "of", "at");
    private static final Set<String> ARTICLES = Set.of("la", "le", "l", "'", "the");
    private static final Set<String> TOLD = Set.of("parle", "parlait", "parlent", "passe", "passee", "fait",
            "interviewe", "interviewee");
    private static final Pattern PRESS = Pattern
            .compile("(?<!\\p{L})(?:(?:dont|que|qui) (?:parle|parlait|parlent|a parle|ont parle|est passee?|a fait)"
                    + " (?:dans |a |au |la une (?:de |du )?)?(?:la |le |l'|les )?(?:une )?"
                    + "(?:journal|journaux|presse|depeche|tele|radio|gazette|jt|20h|[A-Z][\\p{L}-]{1,20})(?: [A-Z][\\p{L}-]{2,20}){0,2}"
                    + "|dont (?:la |le |l'|les )(?:journal|journaux|presse|tele|radio|gazette) (?:a |ont )?(?:parle|parlait|parlent)"
                    + "|interviewee? (?:dans|par|a|sur) (?:la |le |l')?[\\p{L}-]{2,20})");

    @Override
    public List<Candidate> find(Message message) {
        if (message.scene().care() == 0) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < message.size(); i++) {
            boolean alone = ALONE.contains(message.word(i)) && i + 1 < message.size() && message.token(i + 1).isWord()
                    && !message.word(i + 1).endsWith("s");
            if (alone) {
                inPlace(message, i, i + 2, 1, found);
            } else if (Lexicon.ROLES.has(message.word(i))) {
                inPlace(message, withRelative(message, i), i + 1, FAR, found);
            }
        }
        if (message.hasAny(TOLD)) {
            Matcher press = PRESS.matcher(message.cased());
            while (press.find()) {
                add(message, press.start(), press.end(), found);
            }
        }
        return found;
    }

    /** « le mari de la boulangère de … », « l’ancien maire de … » */
    private static int withRelative(Message message, int role) {
        int start = SOLE.contains(message.word(role - 1)) || message.word(role - 1).equals("garde") ? role - 1 : role;
        int at = start - 1;
        while (start - at < 4 && OF.contains(message.word(at))) {
            at--;
        }
        return at < start - 1 && RELATIVES.contains(message.word(at)) ? at : start;
    }

    /** A link and a word with a capital, after at most so many words of the same sentence. */
    private static void inPlace(Message message, int start, int after, int far, List<Candidate> found) {
        int end = message.sentence(start).end();
        for (int i = after; i < Math.min(end - 1, after + far); i++) {
            Token token = message.token(i);
            if (!token.isWord() && !token.is('\'')) {
                return;
            }
            int place = IN.contains(token.folded()) ? i + 1 : end;
            while (place < end && place - i < 3 && ARTICLES.contains(message.word(place))) {
                place++;
            }
            if (place < end && message.token(place).isCapitalised()
                    && message.token(place).shape() != Token.Shape.UPPER) {
                int to = NameReader.capitalised(message, place);
                if (to > place && !Lexicon.NOBODY.has(message.word(place))) {
                    add(message, message.token(start).start(), message.token(to - 1).end(), found);
                }
                return;
            }
        }
    }

    private static void add(Message message, int start, int end, List<Candidate> found) {
        int care = Context.distance(message, start, end, Lexicon.CLINICAL::has);
        if (care < Context.REACH && care <= Context.distance(message, start, end, Lexicon.PROFESSIONAL::has)
                && !Context.quotedExample(message, start)) {
            found.add(new Candidate(Type.OTHER, start, end, SCORE));
        }
    }
}
