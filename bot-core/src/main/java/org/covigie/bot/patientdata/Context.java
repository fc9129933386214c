package org.covigie.bot.patientdata;

import java.util.Set;
import java.util.function.Predicate;

/** Questions about the words around a span. Distances are in tokens, never past the sentence. */
final class Context {

    /** How far a cue carries: a long sentence must not cost more than a short one. */
    static final int REACH = 24;

    private static final Set<String> COUNTER_EXAMPLE = Set.of("exemple", "exemples", "jamais", "eviter", "evitez",
            "ecrivez", "interdit", "example", "never", "avoid", "genre");
    private static final Set<String> WRITING = Set.of("mettez", "mettre", "ecrit", "ecrire", "poster", "postez",
            "publiez",
            "publier", "notez", "noter", "tapez", "partagez", "mets", "ecris", "write", "post", "put", "share");
    private static final Set<String> NOT = Set.of("ne", "n", "pas", "non", "not", "never", "rien");

    private Context() {}

    /** Distance to the nearest such word; a word after the span counts twice as far. {@link #REACH} when none. */
    static int distance(Message message, int start, int end, Predicate<String> cue) {
        int first = message.tokenAt(start);
        int after = message.tokenAt(end - 1) + 1;
        if (first >= message.size()) {
            return REACH;
        }
        Message.Sentence sentence = message.sentence(first);
        int best = REACH;
        for (int i = first - 1; i >= sentence.start() && first - i < best; i--) {
            if (cue.test(message.word(i))) {
                best = first - i;
            }
        }
        for (int i = after; i < sentence.end() && (i - after + 1) * 2 < best; i++) {
            if (cue.test(message.word(i))) {
                best = (i - after + 1) * 2;
            }
        }
        return best;
    }

    static boolean near(Message message, int start, int end, Predicate<String> cue) {
        return distance(message, start, end, cue) < REACH;
    }

    /** How many such words the sentence has within reach, three at most. */
    static int count(Message message, int first, int after, Predicate<String> cue) {
        Message.Sentence sentence = message.sentence(first);
        int found = 0;
        for (int i = Math.max(sentence.start(), first - REACH); i < Math.min(sentence.end(), after + REACH)
                && found < 3; i++) {
            if ((i < first || i >= after) && cue.test(message.word(i))) {
                found++;
            }
        }
        return found;
    }

    /** « … » : exemple de ce qu’il ne faut pas écrire */
    private static boolean announcedAfter(Message message, int at) {
        for (int i = at; i < message.size() && i - at < REACH; i++) {
            if (message.token(i).is('"')) {
                for (int after = i + 1; after < Math.min(i + 6, message.size()); after++) {
                    if (COUNTER_EXAMPLE.contains(message.word(after)) || message.word(after).equals("rien")) {
                        return true;
                    }
                }
                return false;
            }
        }
        return false;
    }

    /** Inside quotation marks that a word such as « exemple » or « jamais » announces: the charter speaking. */
    static boolean quotedExample(Message message, int start) {
        int at = message.tokenAt(start);
        int quote = -1;
        for (int i = at - 1; i >= 0 && at - i < REACH; i--) {
            if (message.token(i).is('"')) {
                quote = i;
                break;
            }
        }
        if (quote < 0) {
            return false;
        }
        boolean writing = false;
        boolean not = message.word(quote - 1).equals("pas") || message.word(quote - 1).equals("not");
        for (int i = quote - 1; i >= 0 && quote - i < 12; i--) {
            if (COUNTER_EXAMPLE.contains(message.word(i))) {
                return true;
            }
            writing |= WRITING.contains(message.word(i));
            not |= NOT.contains(message.word(i));
        }
        if (writing && not) {
            return true;
        }
        return announcedAfter(message, at);
    }
}
