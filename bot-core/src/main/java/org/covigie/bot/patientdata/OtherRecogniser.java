package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rarer details with a shape of their own: number plates, social-network handles, a photo that shows a name. */
final class OtherRecogniser implements Recogniser {

    /** French plates in use since 2009 have no I, O or U. */
    private static final Pattern PLATE = Pattern
            .compile("(?<![\\p{L}0-9-])[A-HJ-NP-TV-Z]{2}[- ][0-9]{3}[- ][A-HJ-NP-TV-Z]{2}(?![\\p{L}0-9-])");
    private static final Pattern HANDLE = Pattern.compile(
            "(?<!\\p{L})(?:insta|instagram|tiktok|tik tok|snap|snapchat|facebook|fb|twitter|youtube|onlyfans)(?!\\p{L})[^@\\n\\uFFFC]{0,30}(@[a-z0-9_.]{2,29}[a-z0-9_])");
    private static final Pattern UNBLURRED = Pattern
            .compile("(?:on voit|on lit|on peut lire|on distingue|apparait|visible)"
                    + " (?:encore |bien )?(?:son|sa|le|les) (?:nom|prenom|date de naissance|visage)[^.!?\\n\\uFFFC]{0,80}");

    @Override
    public List<Candidate> find(Message message) {
        var found = new ArrayList<Candidate>();
        if (message.hasDigits()) {
            collect(PLATE.matcher(message.cased()), 0, 0.80, message, found);
        }
        if (message.text().indexOf('@') >= 0) {
            collect(HANDLE.matcher(message.text()), 1, 0.80, message, found);
        }
        collect(UNBLURRED.matcher(message.text()), 0, 0.60, message, found);
        return found;
    }

    private static void collect(Matcher matcher, int group, double score, Message message, List<Candidate> found) {
        while (matcher.find()) {
            boolean trade = Context.near(message, matcher.start(group), matcher.end(group), Lexicon.PROFESSIONAL::has);
            found.add(new Candidate(Type.OTHER, matcher.start(group), matcher.end(group), trade ? score - 0.3 : score));
        }
    }
}
