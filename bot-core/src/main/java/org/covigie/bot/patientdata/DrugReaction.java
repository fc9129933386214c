package org.covigie.bot.patientdata;

import java.util.Set;

/**
 * Whether a text speaks of an adverse reaction to a medicine, which is declared to the authorities rather than told in
 * a group. It wants a medicine or a vaccine by name, a reaction in the same sentence or the next one, and a word that
 * ties the two (« sous », « après », « depuis »), so that a complaint treated with a medicine is none.
 */
public final class DrugReaction {

    private static final int FAR = 16;
    /** From « après » to the medicine: « après une cure de … », « depuis qu’on a mis du … ». */
    private static final int TIED = 7;
    private static final Set<String> SINCE = Set.of("depuis", "apres", "since", "after");
    private static final Set<String> TAKES = Set.of("sous", "avec", "on");
    private static final Set<String> PERSONS = Set.of("patient", "patiente", "patients", "dame", "femme", "homme",
            "monsieur", "madame", "mamie", "papi", "enfant", "ado", "resident", "residente", "woman", "man");
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
            "hepatotoxicite", "reaction", "reactions", "hematurie", "plaques", "bouffi", "bouffie", "gonfle", "gonflee",
            "gonfles", "tendon", "cauchemars", "agressivite", "agressif", "agressive", "cheveux", "meningiome",
            "meningiomes",
            "colite", "pancytopenie", "extrapyramidal", "extrapyramidale", "hypotonique", "hypotonie", "osteonecrose",
            "photosensibilisation", "serotonin", "serotoninergique", "malaise-vagal", "evanoui", "evanouie", "tremble",
            "vertigineux", "purpura", "bulles", "decollement", "boutons", "demangeaisons", "gratte", "desorientee",
            "desoriente", "somnolent", "somnolente", "endormi", "endormie", "amnesie", "akathisie", "dyskinesies",
            "fasciculations",
            "neuropathie", "paresthesies", "fourmillements", "cecite", "uveite", "glaucome", "nodules", "abces",
            "induration",
            "gastrite", "ulcere", "perforation", "ictus", "stevens", "pemphigoide", "vascularite", "lupus",
            "gynecomastie",
            "impuissance", "constipation", "gonflement", "bleed", "bruises", "swollen", "ankles", "blistering",
            "drowsy",
            "falls", "rhabdomyolysis", "hyponatraemia", "suicidal", "nightmares", "constipated", "itchy", "blisters",
            "weakness", "tremor", "lichen", "incontinence", "dort", "maigri", "vision", "gout", "ballonnements",
            "bouche",
            "erections", "libido", "seins", "tachycarde", "bradycarde", "hypotension", "crise", "crises",
            "migraine", "eczema", "psoriasis", "pustules", "acne", "apparu", "apparue", "survenu", "survenue", "vomi",
            "malade", "faint", "dyspnoea", "breathless", "wheeze", "cramps", "tinnitus", "haematuria", "collapsed",
            "fainted", "galactorrhee", "metrorragies", "spotting", "priapisme", "dystonie",
            "tremblements", "chorees", "acouphenes", "surdite", "necrose", "ulceration", "swelling", "hives", "itching",
            "nausea", "vomiting", "diarrhoea", "bleeding", "bruising", "pancreatitis", "hepatitis", "jaundice",
            "hypoglycaemia", "dizziness", "dizzy", "collapse", "confused", "hallucinating", "seizure", "seizures",
            "anaphylaxis", "angioedema", "myocarditis", "fever", "cough", "palpitation", "headaches");
    /** Words that say by themselves what kind of event it is. */
    private static final Set<String> NAMED = Set.of("effet", "effets", "indesirable", "indesirables", "secondaire",
            "secondaires", "ei", "eig", "iatrogene", "iatrogenie", "pharmacovigilance", "adverse", "side");
    private static final Set<String> TIES = Set.of("sous", "apres", "depuis", "suite", "avec", "lendemain", "ajout",
            "ajoute", "cure", "debute",
            "j1", "j2", "j3", "j7", "h24", "debut", "introduction", "instauration", "injection", "dose", "rappel",
            "cause", "provoque", "induit", "induite", "imputable", "vaccin", "vaccine", "vaccinee", "vaccines", "prise",
            "arret", "after", "on", "since", "following", "with", "caused", "from", "started");
    /** The medicine is the answer, not the cause. */
    private static final Set<String> TREATED = Set.of("traite", "traitee", "traiter", "soulage", "contre", "pour",
            "propose", "proposez", "proposer", "donner", "donne", "donnez", "prescris", "prescrire", "prescrivez",
            "mettre", "mis", "passer", "malgre", "evite", "eviter", "evitez", "despite", "sauf", "rupture", "penurie",
            "stock", "manque", "treat", "prescribe", "give", "for",
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
                && (Drugs.has(message.word(at) + "-" + message.word(at + 2))
                        || Drugs.has(message.word(at) + message.word(at + 2)));
    }

    private static boolean reaction(String word) {
        return REACTIONS.contains(word) || Endings.illness(word);
    }

    /** « chute à domicile, patiente sous Untel »: what she takes is told, and not what did it. */
    private static boolean apart(Message message, int from, int to) {
        for (int i = from; i < to; i++) {
            if (message.token(i).is(',')) {
                return true;
            }
        }
        return false;
    }

    private static boolean reactionNear(Message message, int drug) {
        boolean tied = false;
        boolean treated = false;
        int tie = -1;
        for (int i = Math.max(0, drug - TIED); i < drug; i++) {
            boolean ties = TIES.contains(message.word(i));
            tied |= ties;
            tie = ties ? i : tie;
            // « depuis qu’on a mis du … » begins with the time of it
            boolean since = tie >= 0 && SINCE.contains(message.word(tie)) && !apart(message, tie, i);
            treated |= drug - i <= 4 && TREATED.contains(message.word(i)) && !since;
        }
        boolean takes = tie > 0 && TAKES.contains(message.word(tie)) && PERSONS.contains(message.word(tie - 1));
        for (int i = drug + 1; i < Math.min(message.size(), drug + 4); i++) {
            // « Lamictal et éruption », « Ozempic : pancréatite », « Lamictal depuis lundi »
            boolean joins = message.word(i).equals("et") || message.word(i).equals(":") || message.word(i).equals("+");
            boolean later = TIES.contains(message.word(i));
            tied |= joins && (reaction(message.word(i + 1)) || reaction(message.word(i + 2))) || later;
            takes &= !later;
        }
        int last = Math.min(message.size(), drug + FAR);
        for (int i = Math.max(0, drug - FAR); i < last; i++) {
            if (NAMED.contains(message.word(i)) && !message.word(i).startsWith("secondaire")
                    && !message.word(i).equals("side")) {
                return true;
            }
            if (reaction(message.word(i)) && tied && !treated && !(takes && i < drug && apart(message, i, tie))) {
                return true;
            }
        }
        return false;
    }
}
