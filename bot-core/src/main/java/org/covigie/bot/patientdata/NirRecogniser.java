package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Social-security numbers: with a right key alone, with a wrong or missing one only next to a cue. */
final class NirRecogniser implements Recogniser {

    private static final String GAP = "[ .\\-/\\t]{0,2}";
    private static final Pattern NIR = Pattern.compile(
            "(?<![\\p{L}0-9])[1-478]G[0-9]G[0-9]G[0-9]G[0-9]G(?:[0-9]G[0-9]|2G[ab])(?:G[0-9]){6}(G[0-9]G[0-9])?(?!\\p{L}|G[0-9])"
                    .replace("G", GAP));
    private static final Set<String> CUES = Set.of("nir", "ins", "secu", "securite", "nss", "vitale", "matricule",
            "immatriculation", "insee", "nia");

    @Override
    public List<Candidate> find(Message message) {
        var found = new ArrayList<Candidate>();
        Matcher matcher = NIR.matcher(message.text());
        while (matcher.find()) {
            double score = score(message, matcher);
            if (score > 0) {
                found.add(new Candidate(Type.NIR, matcher.start(), matcher.end(), score));
            }
        }
        return found;
    }

    private static double score(Message message, Matcher matcher) {
        String digits = matcher.group().replaceAll("[^0-9ab]", "");
        String number = digits.substring(0, 13);
        if (!NirKey.plausible(number)) {
            return 0;
        }
        if (digits.length() == 15 && NirKey.matches(number, digits.substring(13))) {
            return 0.99;
        }
        return Context.distance(message, matcher.start(), matcher.end(), CUES::contains) <= 8 ? 0.80 : 0;
    }
}
