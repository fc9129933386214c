package org.covigie.bot.patientdata;

import java.util.List;
import java.util.Set;

/** Takes the group's own people and places out of what the scorer has judged. */
final class Members {

    private static final Set<String> BIRTH = Set.of("ne", "nee", "ddn", "dob", "born");

    private Members() {}

    /** @return the candidate with the score that is left to it */
    static Candidate weigh(Message message, Candidate judged, boolean titled, GroupContext group) {
        String text = message.text().substring(judged.start(), judged.end());
        return switch (judged.type()) {
            case NAME -> titled ? judged : name(message, judged, text, group);
            case PHONE, EMAIL -> group.hasContact(text) ? judged.scored(0) : judged;
            case ADDRESS -> group.hasPlace(text) ? judged.scored(0) : judged;
            case BIRTH_DATE, DATE, NIR, RECORD_ID, AGE_OVER_89, INITIALS, OTHER -> judged;
        };
    }

    private static Candidate name(Message message, Candidate judged, String text, GroupContext group) {
        int from = message.tokenAt(judged.start());
        int to = message.tokenAt(judged.end() - 1) + 1;
        if (born(message, to) || NameCues.directlyAfterPatient(message, from)) {
            return judged;
        }
        if (group.hasMember(text) && to - from > 1) {
            return judged.scored(0);
        }
        for (int i = from; i < to; i++) {
            if (message.token(i).isWord() && !group.hasMemberWord(message.word(i))) {
                return judged;
            }
        }
        return judged.scored(judged.score() < Decision.HOLD_FROM ? 0 : Math.min(judged.score(), 0.60));
    }

    private static boolean born(Message message, int to) {
        for (int i = to; i < to + 4; i++) {
            String word = message.word(i);
            boolean negation = word.equals("ne") && !List.of("le", "en", "a", "(").contains(message.word(i + 1));
            if (BIRTH.contains(word) && !negation) {
                return true;
            }
        }
        return false;
    }
}
