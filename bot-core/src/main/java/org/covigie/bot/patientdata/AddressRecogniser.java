package org.covigie.bot.patientdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where somebody lives. The same shape is a practice, a pharmacy or a meeting room when its nearest cue says so. */
final class AddressRecogniser implements Recogniser {

    private static final String WAY = "(?:rue|avenue|av\\.?|bd\\.?|bld|boulevard|allees?|chemin|impasse|imp\\.|place|route|rte|quai|cite|camping"
            + "|square|cours|passage|sentier|lotissement|lot\\.|residence|voie|ruelle|faubourg|fbg|hameau|villa|clos|venelle"
            + "|mail|esplanade|chaussee|rond-point|montee|traverse|promenade|hent|straed|pl\\.|all\\.|chem\\.|r\\.)";
    private static final String LINK = "(?:(?:de la |de l'|de |du |des |d'|la |le |les |l'|aux |au |a |en |et |saint |sainte |st )){0,3}";
    private static final String PART = "[\\p{L}][\\p{L}'.-]{0,24}";
    private static final Pattern NUMBERED = Pattern
            .compile(
                    "(?:(?<!\\p{L})(?:appartement|appt|apt|logement|studio|bat|batiment|chambre) )?(?<![\\p{L}0-9/.,-])[0-9]{1,4}(?:[/-][0-9]{1,4})?(?: ?(?:bis|ter|quater|[a-h](?!\\p{L})))?,? {1,2}(?:de la |de l'|du )?"
                            + WAY + " " + LINK + PART);
    private static final Pattern ENGLISH = Pattern
            .compile(
                    "(?<![\\p{L}0-9/.,-])(?:(?:[Ff]lat|[Uu]nit|[Aa]partment) [0-9]{1,4}[a-dA-D]?,? )?(?:[0-9]{1,4}[a-dA-D]?,? |(?<=\\d, |\\d ))(?:[A-Z][a-z']{1,20} ){1,3}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive"
                            + "|Crescent|Terrace|Gardens|Grove|Way|Court|Mews|Place|Square|Hill|Row|Cottages?|House|Farm|Walk|Green|Parade|Rise|View)(?!\\p{L})");
    private static final Pattern TOWN = Pattern.compile(
            "^(?:(?:,? {0,2}| ?[-–] ?|\\n)[0-9]{5} | a |,? in )[A-Z][\\p{L}'-]{1,30}(?:[ -](?:sur|sous|les|le|la|en|de|du|des|[A-Z][\\p{L}'-]{0,24})){0,5}"
                    + "|^(?:,? {0,2}| ?- ?|\\n)[0-9]{5} [\\p{L}'-]{2,30}(?: (?:sur|sous|en|les) [\\p{L}'-]{2,24})?");
    private static final Pattern UNNUMBERED = Pattern
            .compile("(?<!\\p{L})(?:[Rr]ue|[Aa]venue|[Cc]hemin|[Ii]mpasse|[Aa]ll[e]e|[Bb]oulevard"
                    + "|[Rr]oute|[Vv]enelle|[Ss]quare|[Qq]uai|[Mm]oulin|[Mm]anoir|[Cc]los|[Ff]oyer(?= (?:des|les|[A-Z]))"
                    + "|[Ll]otissement|[Hh]ameau|[Ll]ieu[- ]?dit|[Rr]esidence|[Cc]ite|[Cc]amping|[Qq]uartier|[Ff]erme|[Mm]as) "
                    + LINK
                    + "[A-Z][\\p{L}'-]{1,24}(?: (?:de |du |des |d'|ar |an )?[A-Z][\\p{L}'-]{1,24}){0,3}");
    /** Where capitals say nothing, only right after a word of living somewhere. */
    private static final Pattern LIVES = Pattern.compile(
            "(?<!\\p{L})(?:habite|vit|loge|demeurant|domiciliee?|dame|monsieur|patiente?|mamie|papi|residente?) "
                    + "(?:au |a la |a l'|dans la |dans l'|de la |de l'|du )?((?:rue|avenue|chemin|impasse|allee|boulevard"
                    + "|venelle|square|route|moulin|lotissement|hameau|lieu[- ]?dit|residence|cite) " + LINK + PART
                    + ")");
    /** Which door of the house: before the way (« appt 12, 3 rue … ») and after it (« …, bât. C, 2e gauche »). */
    private static final String DOOR = "(?:(?:appt?|apt|appartement|logement|studio|bat|batiment|chambre|ch|escalier|esc|porte|emplacement|flat)"
            + "(?:\\.? ?(?:n ?° ?)?(?:[a-z]?[0-9]{1,4}[a-z]?|[a-z]))"
            + "|(?:rdc|rez-de-chaussee|[0-9]{1,2}(?:er|e|eme|ieme)(?: ?etage| (?=gauche|droite|face)))(?: ?(?:gauche|droite|face))?)";
    private static final Pattern DOOR_BEFORE = Pattern.compile("(?<![\\p{L}0-9])(?:" + DOOR
            + "(?: de la | de l'| des | de | du |, ?| ?- ?| )){1,3}$|(?<![\\p{L}0-9])(?:chambre|ch\\.?|n ?°) ?$");
    private static final Pattern DOOR_AFTER = Pattern.compile("^(?:(?:,? ?\\(?| ?- ?)(?:au )?" + DOOR
            + "(?![\\p{L}0-9])){1,4}");
    private static final int DOORS = 48;
    private static final Pattern ROOM = Pattern.compile(
            "(?<!\\p{L})(?:chambre|ch\\.?|appt|appartement) [0-9]{1,4}[a-z]?,? (?:de |du |des |aux |a la |a l'|d'|les |la |le |residence |foyer ){0,2}[A-Z][\\p{L}'-]{1,24}(?: [A-Z][\\p{L}'-]{1,24}){0,2}");
    private static final Pattern POST_CODE = Pattern
            .compile(
                    "(?<![\\p{L}0-9.,-])[0-9]{5} [A-Z][\\p{L}'-]{2,30}(?:[ -](?:sur|sous|les|le|la|en|[A-Z][\\p{L}'-]{0,24})){0,4}");
    private static final Set<String> HOME = Set.of("chez", "domicile", "habite", "habitant", "vit", "vivant", "loge",
            "demeurant", "domicilie", "domiciliee", "elle", "il", "she", "he", "lives", "living", "her", "his",
            "m", "mme", "mr", "mrs", "monsieur", "madame", "sa", "son");
    private static final Set<String> PUBLIC = Set.of("reunion", "salle", "rendez", "venue", "conference", "soiree",
            "demenage", "demenagement", "locaux", "nouveaux", "local", "parking", "marche", "vide", "meeting", "clinic",
            "event", "brocante", "inauguration", "ouverture", "travaux", "notre", "nos", "our", "mon", "nous",
            "location", "acces", "poste", "colis", "depot", "retirer", "fete", "sonnez", "sonner", "adresse", "siege",
            "vente", "colloque", "congres", "stage", "atelier", "concert");

    /** The words without one of which no pattern above can match: looked for first, because it costs so much less. */
    private static final Set<String> WAYS = Set.of("rue", "avenue", "av", "bd", "bld", "boulevard", "allee", "allees",
            "chemin", "impasse", "imp", "place", "route", "rte", "quai", "cite", "camping", "square", "cours",
            "passage",
            "sentier", "lotissement", "lot", "residence", "voie", "ruelle", "faubourg", "fbg", "hameau", "villa",
            "clos",
            "venelle", "mail", "esplanade", "chaussee", "rond", "montee", "traverse", "promenade", "lieu", "lieudit",
            "quartier", "ferme", "mas", "hent", "straed", "pl", "all", "chem", "r", "moulin", "manoir", "foyer");
    /** In a way’s name in lower case one more word follows these, as it does a given name: « rue du general leclerc ». */
    private static final Set<String> HONOURS = Set.of("general", "marechal", "docteur", "president", "colonel", "abbe",
            "commandant", "capitaine", "amiral", "professeur", "sergent", "saint", "sainte", "vieux", "vieille",
            "grand",
            "grande", "petit", "petite", "haut", "bas", "beau", "belle", "bon", "four", "freres", "lieutenant");
    private static final Set<String> ENGLISH_WAYS = Set.of("street", "st", "road", "rd", "lane", "ln", "avenue", "ave",
            "close", "drive", "crescent", "terrace", "gardens", "grove", "way", "court", "mews", "place", "square",
            "hill", "row", "cottage", "cottages", "house", "farm", "walk", "green", "parade", "rise", "view");
    private static final Set<String> ROOMS = Set.of("chambre", "ch", "appt", "appartement");

    @Override
    public List<Candidate> find(Message message) {
        var found = new ArrayList<Candidate>();
        boolean way = message.hasAny(WAYS);
        if (message.hasDigits()) {
            if (way) {
                collect(message, NUMBERED.matcher(message.text()), true, found);
            }
            if (message.hasAny(ENGLISH_WAYS)) {
                collect(message, ENGLISH.matcher(message.cased()), true, found);
            }
            if (message.hasAny(ROOMS)) {
                collect(message, ROOM.matcher(message.cased()), false, found);
            }
            collect(message, POST_CODE.matcher(message.cased()), false, found);
        }
        if (!way) {
            return found;
        }
        collect(message, UNNUMBERED.matcher(message.cased()), false, found);
        Matcher lives = LIVES.matcher(message.text());
        while (lives.find()) {
            found.add(new Candidate(Type.ADDRESS, lives.start(1), whole(message, lives.end(1)), 0.82));
        }
        return found;
    }

    private static void collect(Message message, Matcher matcher, boolean numbered, List<Candidate> found) {
        while (matcher.find()) {
            int start = fromDoor(message, matcher.start());
            int end = whole(message, matcher.end());
            if (!Context.quotedExample(message, start)) {
                found.add(new Candidate(Type.ADDRESS, start, end, score(message, start, end, numbered)));
            }
        }
    }

    /** People write the door before the town and after it. */
    private static int whole(Message message, int end) {
        return withDoor(message, withTown(message, withDoor(message, extended(message, end))));
    }

    private static int fromDoor(Message message, int start) {
        int from = Math.max(0, start - DOORS);
        Matcher door = DOOR_BEFORE.matcher(message.text().substring(from, start));
        return door.find() ? from + door.start() : start;
    }

    private static int withDoor(Message message, int end) {
        Matcher door = DOOR_AFTER
                .matcher(message.text().substring(end, Math.min(message.text().length(), end + DOORS)));
        return door.find() ? end + door.end() : end;
    }

    /** The words of a way's name that follow with a capital. */
    private static int extended(Message message, int end) {
        int token = message.tokenAt(end - 1);
        int after = token + 1;
        for (int i = 0; i < 5 && after < message.size(); i++) {
            boolean close = message.token(after).start() - message.token(after - 1).end() <= 1;
            boolean joins = message.token(after).is('-') && message.spaced(after - 1, 0) && message.spaced(after, 0);
            boolean named = message.token(after).isCapitalised() || i == 0 && honoured(message, token);
            if (close && ("d".equals(message.word(after)) || "ar".equals(message.word(after)))
                    && capitalised(message, after + 1 + (message.word(after + 1).equals("'") ? 1 : 0))) {
                after += message.word(after + 1).equals("'") ? 3 : 2;
                continue;
            }
            if (!close || !joins && !named) {
                break;
            }
            after++;
        }
        return Math.max(end, message.token(after - 1).end());
    }

    private static boolean capitalised(Message message, int at) {
        return at < message.size() && message.token(at).isCapitalised();
    }

    private static boolean honoured(Message message, int at) {
        int next = at + 1;
        return message.token(at).shape() == Token.Shape.LOWER && next < message.size()
                && message.token(next).shape() == Token.Shape.LOWER && message.vocabulary(next) != Vocabulary.GRAMMAR
                && (HONOURS.contains(message.word(at)) || message.vocabulary(at) == Vocabulary.GIVEN);
    }

    private static int withTown(Message message, int end) {
        String cased = message.cased();
        Matcher town = TOWN.matcher(cased.substring(end, Math.min(cased.length(), end + 120)));
        return town.find() ? end + town.end() : end;
    }

    private static double score(Message message, int start, int end, boolean numbered) {
        int trade = Context.distance(message, start, end,
                word -> PUBLIC.contains(word) || Lexicon.PROFESSIONAL.has(word));
        int home = Context.distance(message, start, end, word -> HOME.contains(word) || Lexicon.PATIENT.has(word));
        if (trade < home) {
            // the same word may stand for the way home from there (« retour labo »): only what comes before counts fully
            return trade % 2 == 0 && careBefore(message, start, end) && trade > 2 ? 0.60 : 0;
        }
        if (home < Context.REACH) {
            return numbered ? 0.88 : home <= 5 ? 0.82 : 0.60;
        }
        return careBefore(message, start, end) ? numbered ? 0.82 : 0.60 : 0;
    }

    private static boolean careBefore(Message message, int start, int end) {
        return Context.near(message, start, end, Lexicon.CLINICAL::has);
    }
}
