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

    private static final Set<String> TRADE = Set.of("lot", "cip", "ean", "gtin", "facture", "commande", "colis",
            "suivi",
            "siret", "rpps", "adeli", "finess", "iban", "reference", "ref", "serie", "code", "http", "https", "batch");

    @Override
    public List<Candidate> find(Message message) {
        if (!message.hasDigits()) {
            return List.of();
        }
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

    /** The tail of a longer run of digits. */
    private static boolean followsDigit(String text, int start) {
        for (int i = start - 1; i >= 0 && start - i <= 3; i--) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
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
        if (Context.distance(message, matcher.start(), matcher.end(), CUES::contains) <= 8) {
            return 0.80;
        }
        return bare(message, matcher, number);
    }

    /** Neither key nor cue: only what can be nothing else (a man or a woman, a real month), and not in the trade. */
    private static double bare(Message message, Matcher matcher, String number) {
        int month = Integer.parseInt(number.substring(3, 5));
        boolean plain = (number.charAt(0) == '1' || number.charAt(0) == '2') && month >= 1 && month <= 12
                && !number.startsWith("00", 5);
        if (!plain || followsDigit(message.text(), matcher.start())
                || Context.near(message, matcher.start(), matcher.end(),
                        word -> TRADE.contains(word) || Lexicon.PROFESSIONAL.has(word))) {
            return 0;
        }
        boolean person = message.scene().care() > 0
                || Context.near(message, matcher.start(), matcher.end(), Lexicon.PATIENT::has);
        return person ? 0.80 : 0.60;
    }
}
