package org.covigie.bot.patientdata;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers: French, British, and any with a country code. Whose number it is, the nearest cue says; a number
 * without any is a hint. Free, shared-cost and premium numbers belong to nobody, short codes are too short to match.
 */
final class PhoneRecogniser implements Recogniser {

    private static final Pattern FRENCH = Pattern
            .compile(
                    "(?<![\\p{L}0-9+])0[ .-]?[1-9](?:(?:[ .\\-/]{0,2}[0-9]{2}){4}|[0-9]{2}(?:[ .-][0-9]{3}){2})(?![0-9\\p{L}]|[.,-][0-9])");
    private static final Pattern BRITISH = Pattern
            .compile("(?<![\\p{L}0-9+])\\(?0[12378][0-9](?:[ ().-]{0,2}[0-9]){7,8}(?![0-9\\p{L}])");
    private static final Pattern INTERNATIONAL = Pattern
            .compile("(?<![\\p{L}0-9])(?:\\+|00)[1-9](?:[ ().\\-/]{0,2}[0-9]){7,14}(?![0-9\\p{L}])");
    private static final String UNIT = "(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)";
    /** As one says it, or dictates it. */
    private static final Pattern SPOKEN = Pattern.compile("(?<!\\p{L})zero[ -]" + UNIT + "(?:[ ,-]{1,2}(?:" + UNIT
            + "|zero|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et)){4,20}"
            + "(?!\\p{L})");
    private static final Set<String> ZERO = Set.of("zero");
    private static final Set<PhoneNumberType> NOBODYS = Set.of(PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST,
            PhoneNumberType.PREMIUM_RATE, PhoneNumberType.UAN);
    private static final Set<String> OWNERS = Set.of("joignable", "rappeler", "rappelle", "rappelez", "prevenir",
            "prevenez", "elle", "il", "she", "he", "her", "his", "him", "reached", "domicile", "sa", "m", "mme", "mr",
            "mrs", "monsieur", "madame");
    private static final Set<String> TRADE = Set.of("pro", "professionnel", "garde", "astreinte", "standard",
            "permanence", "accueil", "ligne", "hotline", "numero vert", "regulation", "urgence", "urgences", "mon",
            "notre", "my", "our", "diffuser", "repondeur", "fax", "telecopie", "nous", "us");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public List<Candidate> find(Message message) {
        var found = new ArrayList<Candidate>();
        if (message.hasAny(ZERO)) {
            Matcher spoken = SPOKEN.matcher(message.text());
            while (spoken.find()) {
                found.add(new Candidate(Type.PHONE, spoken.start(), spoken.end(),
                        score(message, spoken.start(), spoken.end())));
            }
        }
        if (!message.hasDigits()) {
            return found;
        }
        collect(message, FRENCH, "FR", found);
        collect(message, BRITISH, "GB", found);
        collect(message, INTERNATIONAL, "FR", found);
        return found;
    }

    private void collect(Message message, Pattern pattern, String region, List<Candidate> found) {
        Matcher matcher = pattern.matcher(message.text());
        while (matcher.find()) {
            if (isPersons(matcher.group(), region)) {
                found.add(new Candidate(Type.PHONE, matcher.start(), matcher.end(),
                        score(message, matcher.start(), matcher.end())));
            }
        }
    }

    private boolean isPersons(String written, String region) {
        try {
            String dialled = written.startsWith("00") ? "+" + written.substring(2) : written;
            var number = numbers.parse(dialled, region);
            return numbers.isPossibleNumber(number) && !NOBODYS.contains(numbers.getNumberType(number))
                    && !(number.getCountryCode() == 33 && number.getNationalNumber() / 100_000_000 == 8);
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static double score(Message message, int start, int end) {
        int trade = Context.distance(message, start, end,
                word -> TRADE.contains(word) || Lexicon.PROFESSIONAL.has(word));
        int owner = Context.distance(message, start, end,
                word -> OWNERS.contains(word) || Lexicon.PATIENT.has(word));
        if (owner == Context.REACH && trade == Context.REACH) {
            return 0.60;
        }
        return owner <= trade ? 0.90 : 0;
    }
}
