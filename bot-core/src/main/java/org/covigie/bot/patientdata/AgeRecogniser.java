package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The age of one person from 90 on: so few are left that it identifies. A hint by itself. */
final class AgeRecogniser implements Recogniser {

    private static final Pattern AGE = Pattern.compile("(?<![\\p{L}0-9.,/≥>≤<-])(?:9[0-9]|1[01][0-9])"
            + "(?: ?ans| ?y/?o| years? old|-years?-old| yrs?(?: old)?| ?yr)(?![\\p{L}])");
    private static final Pattern SEVERAL_BEFORE = Pattern.compile(
            "(?:plus de|moins de|[≥>≤<] ?|au dela de|apres|avant|a partir de|des|jusqu'a|over|under|above|entre|et|ou|a"
                    + "|les|tous|patients de|patients ages de|personnes de|personnes agees de|(?:[0-9]{1,3} ?(?:a|-|et|ou))) ?$");
    private static final Pattern NOT_AGE_AFTER = Pattern
            .compile("^(?: et plus| ou plus| d'| de (?!vie)|\\+| and over)");
    private static final Pattern DIED_AT = Pattern.compile("(?:decedee?|dcd|morte?|partie?|died) (?:a|at) $");
    private static final Pattern HE_IS = Pattern.compile("(?:^|[.,!?\\n] ?)a $");

    @Override
    public List<Candidate> find(Message message) {
        if (!message.hasDigits()) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        Matcher matcher = AGE.matcher(message.text());
        while (matcher.find()) {
            String text = message.text();
            String before = text.substring(Math.max(0, matcher.start() - 24), matcher.start());
            String after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 12));
            boolean several = SEVERAL_BEFORE.matcher(before).find() && !HE_IS.matcher(before).find()
                    && !before.endsWith("elle a ") && !before.endsWith("il a ") && !DIED_AT.matcher(before).find();
            if (!several && !NOT_AGE_AFTER.matcher(after).find()
                    && !Context.quotedExample(message, matcher.start())) {
                found.add(new Candidate(Type.AGE_OVER_89, matcher.start(), matcher.end(), 0.56));
            }
        }
        return found;
    }
}
