package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Record, stay and insurance numbers: a cue, then four digits or more. Lots, prices and the trade's numbers have none. */
final class RecordIdRecogniser implements Recogniser {

    private static final String NUMBER_SIGN = "(?:n ?°|no\\.?|nr\\.?|num\\.?|numero|number|#|id)";
    private static final String PATIENT_ONLY = "ipp|hosp|nda|nip|iep|ndos|mrn|nhs|chi number|hospital|patient id|id patient"
            + "|identifiant patient|identifiant (?:du|de la) patiente?|unit number|chart";
    private static final String SHARED = "dossier(?: patiente?| medical| hospitalier| mdph| apa| ald| cpam| caf| msa| tutelle)?|sejour|matricule|adherente?(?: [a-z]{3,9}(?= n ?°))?|venue"
            + "|hospitalisation|episode|assuree?|allocataire|patiente?|beneficiaire|examen|prelevement|echantillon|record|file|policy";
    private static final String ID = "((?:[a-z]{0,3}-?|[b-z] )[0-9][0-9a-z]{0,17}(?:[ .\\-/][0-9]{2,12}){0,4}(?:-[a-z]| [b-xz](?=[,.;)\\n]|$))?)(?![\\p{L}0-9])";
    private static final Pattern SURE = Pattern
            .compile("(?<!\\p{L})(?:" + PATIENT_ONLY + ")(?!\\p{L})(?: " + NUMBER_SIGN
                    + "(?!\\p{L}))?(?: (?:est|is|du patient|de la patiente|patient|patiente))? ?[:=(]? ?" + ID);
    private static final Pattern LIKELY = Pattern.compile("(?<!\\p{L})(?:" + SHARED + ")(?!\\p{L}) ?(?:" + NUMBER_SIGN
            + "(?!\\p{L}))? ?[:=(]? ?" + ID);
    private static final Pattern DATE_LIKE = Pattern
            .compile("[0-3]?[0-9][/.-][01]?[0-9](?:[/.-][0-9]{2,4})?(?:[^0-9].*)?");
    /** « numéro de la patiente : 06… »: for the telephone to judge. */
    private static final Pattern TELEPHONE = Pattern.compile("0[1-9](?:[ .-]?[0-9]{2}){4}");
    private static final Pattern NO_ID = Pattern
            .compile("^ ?(?:€|euros?|%|mg|ml|patients|dossiers|h(?![a-z])|°)");
    private static final Pattern BUSINESS = Pattern.compile(
            "(?:facture|ars|appel|presse|rosp|subvention|projet|marche|commande|formation|devis|lot|cip|article|ticket)[^.\\n]{0,20}$");

    @Override
    public List<Candidate> find(Message message) {
        if (!message.hasDigits()) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        collect(message, SURE, 4, 0.90, found);
        collect(message, LIKELY, 5, 0.85, found);
        return found;
    }

    private static void collect(Message message, Pattern pattern, int fewest, double score, List<Candidate> found) {
        Matcher matcher = pattern.matcher(message.text());
        while (matcher.find()) {
            String id = matcher.group(1);
            int end = matcher.end(1);
            String text = message.text();
            boolean excluded = TELEPHONE.matcher(id).matches() || DATE_LIKE.matcher(id).matches()
                    || NO_ID.matcher(text.substring(end, Math.min(text.length(), end + 12))).find()
                    || BUSINESS.matcher(text.substring(Math.max(0, matcher.start() - 24), matcher.start())).find();
            if (!excluded && id.chars().filter(Character::isDigit).count() >= fewest) {
                found.add(new Candidate(Type.RECORD_ID, matcher.start(1), end, score));
            }
        }
    }
}
