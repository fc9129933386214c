package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A name found once is looked for in the rest of the message: « Mme Untel … Untel refuse ». */
final class Mentions {

    private static final int SHORTEST = 4;

    private Mentions() {}

    static List<Candidate> of(Message message, List<Candidate> sure) {
        Map<String, Double> names = new HashMap<>();
        for (Candidate candidate : sure) {
            if (candidate.type() == Type.NAME) {
                for (int i = message.tokenAt(candidate.start()); i < message.size()
                        && message.token(i).end() <= candidate.end(); i++) {
                    Token token = message.token(i);
                    if (token.isWord() && token.end() - token.start() >= SHORTEST
                            && !Lexicon.COMMON.has(token.folded()) && !Lexicon.NOBODY.has(token.folded())) {
                        names.merge(token.folded(), candidate.score(), Math::max);
                    }
                }
            }
        }
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < message.size() && !names.isEmpty(); i++) {
            Token token = message.token(i);
            Double score = token.isCapitalised() ? names.get(token.folded()) : null;
            if (score != null && !Roles.professional(message, i - 1, i + 1)) {
                found.add(new Candidate(Type.NAME, token.start(), token.end(), score));
            }
        }
        return found;
    }
}
