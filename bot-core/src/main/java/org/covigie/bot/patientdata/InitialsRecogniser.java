package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Initials: after a civil title worth a hint (« Mme D. »), otherwise only together with other details. X, Y and Z are
 * how clinicians name teaching cases.
 */
final class InitialsRecogniser implements Recogniser {

    private static final double TITLE = 0.60;
    /** A letter without its point is how cases are told apart (« M. A, M. B »). */
    static final double LETTER = 0.20;
    private static final Pattern TITLED = Pattern
            .compile("(?<![\\p{L}.-])(?:M\\.|Mr\\.?|Mme\\.?|Mlle|Melle|Mrs\\.?|Ms\\.?|Miss|Monsieur"
                    + "|Madame|mme|mr|madame|monsieur) ((?:[A-Z]\\. ?-?){1,3}(?:(?:de la |de |du |d'|le )[A-Z]\\.)?|[A-Z](?![\\p{L}0-9.'°]))");
    private static final Pattern BARE = Pattern
            .compile(
                    "(?<![\\p{L}0-9.@-])((?:[A-Z]\\.[ -]?){2,4}(?:(?:Mc|Mac|O')[A-Z]\\.)?|[A-Z]\\. ?(?:de la |de |du |d'|le |Mc|Mac|O')[A-Z]\\.)(?![\\p{L}@])");
    private static final Pattern PATIENT = Pattern
            .compile("(?<!\\p{L})[Pp]atiente? ((?:M\\. ?)?(?:[A-Z]\\.){1,3}|[A-Z]{2}(?= ?,))");
    private static final Set<String> ACRONYMS = Set.of("s.a.m.u", "h.a.d", "c.h.u", "p.s", "u.s.a", "u.k", "n.b",
            "s.o.s",
            "a.r.s", "d.o.b", "e.g", "i.e", "q.s.p", "i.v", "i.m", "s.c", "p.o");

    @Override
    public List<Candidate> find(Message message) {
        if (!message.hasInitials()) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        collect(message, TITLED, TITLE, found);
        collect(message, BARE, 0.30, found);
        collect(message, PATIENT, 0.40, found);
        return found;
    }

    private static void collect(Message message, Pattern pattern, double score, List<Candidate> found) {
        Matcher matcher = pattern.matcher(message.cased());
        while (matcher.find()) {
            String initials = matcher.group(1).replaceFirst("[ -]+$", "");
            int start = matcher.start(1);
            String bare = message.text().substring(start, start + initials.length()).replace(" ", "");
            boolean teaching = bare.matches("[xyz]\\.?") || bare.matches("m\\.[xyz]\\.?");
            if (teaching || ACRONYMS.contains(bare) || ACRONYMS.contains(bare.replaceFirst("\\.$", ""))
                    || Context.quotedExample(message, start) || reference(message, matcher.end())) {
                continue;
            }
            double own = score == TITLE && !bare.endsWith(".") ? LETTER : score;
            found.add(new Candidate(Type.INITIALS, start, start + initials.length(), own));
        }
    }

    /** « A. et al. » */
    private static boolean reference(Message message, int end) {
        return message.text().startsWith("et al", end) || message.text().startsWith(" et al", end);
    }
}
