package org.covigie.bot.patientdata;

import java.util.Set;

/** Whether a named person speaks or works here rather than being cared for. Judged per name, never per message. */
final class Roles {

    private static final Set<String> TITLES = Set.of("dr", "drs", "pr", "prof", "docteur", "docteure", "docteurs",
            "professeur", "professeure", "doctor", "professor", "nurse", "sister", "confrere", "consoeur", "maitre",
            "me");
    private static final Set<String> LINKS = Set.of("notre", "nos", "la", "le", "l", "les", "une", "un", "nouvelle",
            "nouveau", "votre", "ma", "mon", "our", "the", "a", "an", "new", "your", "son", "sa", "leur", "'", "jeune");
    private static final Set<String> OF = Set.of("de", "du", "des", "d", "a", "au", "aux", "l", "la", "le", "les", "'",
            "from", "at", "the", "of", "chez");
    private static final Set<String> DUTIES = Set.of("remplace", "remplacera", "remplacent", "anime", "animera",
            "animent", "assure", "assurera", "assurent", "presente", "presentera", "recrute", "recherche", "organise",
            "organisera", "preside", "coordonne", "interviendra", "intervient", "rejoint", "recoit", "consulte",
            "propose", "exerce", "s'installe", "covers", "joins", "joined", "chairs", "presents");
    private static final Set<String> AUXILIARIES = Set.of("a", "est", "va", "sont", "has", "is", "will");
    private static final Set<String> RETIRED = Set.of("retraite", "retraitee", "retired", "former", "ancien",
            "ancienne");
    /** « notre secrétaire part en retraite » is a colleague yet. */
    private static final Set<String> LEAVES = Set.of("part", "partira", "prend", "prendra", "fete", "pot");
    /** Trades that are ordinary words elsewhere. */
    private static final Set<String> APPOSED = Set.of("cadre", "thesard", "thesarde", "etudiant", "etudiante", "eleve",
            "fabricant", "dirigeant", "maire", "elu", "elue", "journaliste", "auteur", "autrice");
    private static final Set<String> INTRODUCTIONS = Set.of("bienvenue", "bonjour", "bonsoir", "salut", "coucou",
            "hello",
            "hi", "hey", "dear", "cher", "chere", "felicitations", "bravo", "cordialement",
            "bises", "amities", "signe", "signee", "welcome", "regards", "congratulations", "cheers", "anniversaire",
            "collegue", "collegues", "interne", "stagiaire", "externe", "remplacante", "remplacant", "intervenant",
            "intervenante", "conferencier", "presidente", "president", "animee", "anime", "presidee", "colleague",
            "registrar", "trainee", "speaker", "depute", "deputee", "senateur", "senatrice", "ministre", "maire");
    private static final Set<String> THANKS = Set.of("merci", "remercier", "remercie", "remercions", "thanks", "thank");
    private static final Set<String> SELF = Set.of("presente", "suis", "m'appelle", "appelle", "am", "m");

    private Roles() {}

    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /**
     * @param before index of the token before the name and its title
     * @param after  index of the token after the name
     */
    static boolean professional(Message message, int before, int after) {
        return titled(message, before) || introduced(message, before) || apposed(message, after)
                || thanked(message, before) || onDuty(message, after);
    }

    /** « … remplace », « … est passée chez », « … a mis à jour » */
    private static boolean onDuty(Message message, int after) {
        int at = after;
        while (at - after < 2 && AUXILIARIES.contains(message.word(at))) {
            at++;
        }
        String word = message.word(at);
        String next = message.word(at + 1);
        return DUTIES.contains(word) || word.startsWith("passe") && (next.equals("chez") || next.equals("voir"))
                || word.startsWith("mis") && next.equals("a");
    }

    private static boolean titled(Message message, int before) {
        String word = message.word(before);
        return isTitle(word) || word.equals(".") && isTitle(message.word(before - 1)) || word.equals("@");
    }

    /** « bienvenue à … », « la secrétaire … », « je suis … », within the words directly before. */
    private static boolean introduced(Message message, int before) {
        if (message.word(before).equals("sociale") || message.word(before).equals("liberale")) {
            return true;
        }
        for (int i = before; i >= 0 && before - i < 3; i--) {
            String word = message.word(i);
            if (INTRODUCTIONS.contains(word) || i == before && Lexicon.PROFESSIONAL.has(word)) {
                return true;
            }
            if (SELF.contains(word) && (message.word(i - 1).equals("me") || message.word(i - 1).equals("je")
                    || message.word(i - 1).equals("m") || message.word(i - 1).equals("i")
                    || message.word(i - 1).equals("'") && "jmi".contains(message.word(i - 2)))) {
                return true;
            }
            if (!message.token(i).isWord() && !word.equals(":") && !word.equals(",") && !word.equals("'")) {
                return false;
            }
        }
        return false;
    }

    /** « merci à … »; « merci de revoir … » is about a patient. */
    private static boolean thanked(Message message, int before) {
        String link = message.word(before);
        if (THANKS.contains(link)) {
            return true;
        }
        boolean thanks = THANKS.contains(message.word(before - 1))
                || message.word(before - 1).equals("you") && THANKS.contains(message.word(before - 2));
        return thanks && (link.equals("a") || link.equals("to") || link.equals(",") || link.equals("aussi"));
    }

    /** « …, infirmière », « … (cardiologue) », « … de l’ARS ». */
    private static boolean apposed(Message message, int after) {
        int at = after;
        boolean opened = at < message.size()
                && (message.token(at).is(',') || message.token(at).is('(') || message.token(at).is('-'));
        if (opened) {
            at++;
            for (int i = 0; i < 3 && (LINKS.contains(message.word(at)) || OF.contains(message.word(at))); i++) {
                at++;
            }
        } else {
            int start = at;
            while (at - start < 3 && OF.contains(message.word(at))) {
                at++;
            }
        }
        if (!Lexicon.PROFESSIONAL.has(message.word(at)) && !(opened && APPOSED.contains(message.word(at)))) {
            return false;
        }
        for (int i = at + 1; i < at + 5 && !LEAVES.contains(message.word(i)); i++) {
            if (RETIRED.contains(message.word(i))) {
                return false;
            }
        }
        return opened || at > after;
    }
}
