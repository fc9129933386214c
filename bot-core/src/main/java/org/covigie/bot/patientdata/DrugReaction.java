package org.covigie.bot.patientdata;

import java.util.Set;

/**
 * Whether a text speaks of an adverse reaction to a medicine, which is declared to the authorities rather than told in
 * a group. It wants a medicine or a vaccine by name, a reaction in the same sentence or the next one, and a word that
 * ties the two (« sous », « après », « depuis »), so that a complaint treated with a medicine is none.
 */
public final class DrugReaction {

    private static final int FAR = 16;
    private static final Set<String> REACTIONS = Set.of("allergie", "allergique", "anaphylaxie", "anaphylactique",
            "quincke", "angioedeme", "urticaire", "eruption", "rash", "toxidermie", "lyell", "dress", "prurit",
            "vomissements", "vomit", "nausees", "diarrhee", "diarrhees", "pancreatite", "hepatite", "cytolyse",
            "ictere",
            "hemorragie", "hemorragies", "saignement", "saignements", "saigne", "hematome", "hematomes", "melena",
            "hypoglycemie", "hypoglycemies", "acidocetose", "hyponatremie", "hyperkaliemie", "hypokaliemie",
            "rhabdomyolyse", "myalgies", "myalgie", "crampes", "tendinopathie", "rupture-tendineuse", "vertiges",
            "malaise", "malaises", "syncope", "chute", "chutes", "confusion", "hallucinations", "hallucine", "delire",
            "convulsions", "convulse", "somnolence", "insomnie", "agitation", "depression", "suicidaire", "suicidaires",
            "palpitations", "tachycardie", "bradycardie", "torsade", "torsades", "qt", "myocardite", "pericardite",
            "embolie", "phlebite", "thrombose", "avc", "oedeme", "oedemes", "toux", "dyspnee", "bronchospasme",
            "neutropenie", "agranulocytose", "thrombopenie", "anemie", "fievre", "convulsion", "choc", "cephalees",
            "migraines", "paralysie", "guillain", "zona", "alopecie", "photosensibilite", "candidose", "retention",
            "hepatotoxicite", "insuffisance", "galactorrhee", "metrorragies", "spotting", "priapisme", "dystonie",
            "tremblements", "chorees", "acouphenes", "surdite", "necrose", "ulceration", "swelling", "hives", "itching",
            "nausea", "vomiting", "diarrhoea", "bleeding", "bruising", "pancreatitis", "hepatitis", "jaundice",
            "hypoglycaemia", "dizziness", "dizzy", "collapse", "confused", "hallucinating", "seizure", "seizures",
            "anaphylaxis", "angioedema", "myocarditis", "fever", "cough", "palpitation", "headaches");
    /** Words that say by themselves what kind of event it is. */
    private static final Set<String> NAMED = Set.of("effet", "effets", "indesirable", "indesirables", "secondaire",
            "secondaires", "ei", "eig", "iatrogene", "iatrogenie", "pharmacovigilance", "adverse", "side");
    private static final Set<String> TIES = Set.of("sous", "apres", "depuis", "suite", "post", "avec", "lendemain",
            "j1", "j2", "j3", "j7", "h24", "debut", "introduction", "instauration", "injection", "dose", "rappel",
            "cause", "provoque", "induit", "induite", "imputable", "vaccin", "vaccine", "vaccinee", "vaccines", "prise",
            "arret", "after", "on", "since", "following", "with", "caused", "from", "started");
    /** The medicine is the answer, not the cause. */
    private static final Set<String> TREATED = Set.of("traite", "traitee", "traiter", "soulage", "contre", "pour",
            "propose", "proposez", "proposer", "donner", "donne", "donnez", "prescris", "prescrire", "prescrivez",
            "mettre", "mis", "passer", "rupture", "penurie", "stock", "manque", "treat", "prescribe", "give", "for",
            "shortage");

    private DrugReaction() {}

    /** @return true when the text seems to tell of a reaction to a medicine that it names */
    public static boolean suspects(String text) {
        var message = new Message(Shadow.of(text));
        for (int i = 0; i < message.size(); i++) {
            if (isDrug(message, i) && reactionNear(message, i)) {
                return true;
            }
        }
        return false;
    }

    /** Names with a hyphen are listed whole: « l-thyroxin ». */
    private static boolean isDrug(Message message, int at) {
        return Drugs.has(message.word(at)) || message.word(at + 1).equals("-")
                && Drugs.has(message.word(at) + "-" + message.word(at + 2));
    }

    private static boolean reactionNear(Message message, int drug) {
        boolean tied = false;
        boolean treated = false;
        for (int i = Math.max(0, drug - 4); i < drug; i++) {
            tied |= TIES.contains(message.word(i));
            treated |= TREATED.contains(message.word(i));
        }
        for (int i = drug + 1; i < Math.min(message.size(), drug + 4); i++) {
            // « Lamictal et éruption », « Ozempic : pancréatite », « Lamictal depuis lundi »
            tied |= message.word(i).equals("et") || message.word(i).equals(":") || message.word(i).equals("+")
                    || TIES.contains(message.word(i));
        }
        int last = Math.min(message.size(), drug + FAR);
        for (int i = Math.max(0, drug - FAR); i < last; i++) {
            if (NAMED.contains(message.word(i)) && !message.word(i).startsWith("secondaire")
                    && !message.word(i).equals("side")) {
                return true;
            }
            if (REACTIONS.contains(message.word(i)) && tied && !treated) {
                return true;
            }
        }
        return false;
    }
}
