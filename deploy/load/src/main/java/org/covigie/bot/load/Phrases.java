package org.covigie.bot.load;

import java.util.random.RandomGenerator;

/** What the members write: invented, without anything about a patient, some with emoji or from right to left. */
final class Phrases {
    private static final String[] SENTENCES = {
            "Plus de masques FFP2 dans les trois pharmacies du canton depuis lundi.",
            "Les consultations à distance sautent une fois sur deux ce matin.",
            "Chez nous le circuit de prélèvement passe par le gymnase, cela désengorge le cabinet. 👍",
            "Quelqu’un sait-il qui livre encore des lunettes de protection ?",
            "On a mis une tente devant la maison de santé 🏕️ et ça tient.",
            "Le numéro de la cellule régionale sonne dans le vide 😕", "Merci pour le partage !", "Vu.",
            "Trois collègues en arrêt, on ferme la permanence de samedi si personne ne remplace.",
            "نحتاج إلى كمامات إضافية في المركز الصحي", "חסר ציוד מיגון במרפאה, מישהו יכול לעזור?",
            "Rappel : la réunion du réseau est avancée à 13 h.",
            "Retour d’expérience : deux files séparées par un simple rideau, les gens comprennent tout de suite.",
            "👩🏽‍⚕️👨‍👩‍👧 visites à domicile groupées par rue, ça évite bien des trajets"};
    private static final String[] SYLLABLES = {"ba", "ke", "lo", "mi", "nu", "pa", "re", "so", "ti", "vu", "da", "fe",
            "go", "ji", "ku", "za"};

    private static final String ADDRESS = " https://example.org/fil/";

    private final RandomGenerator random;

    Phrases(RandomGenerator random) {
        this.random = random;
    }

    String any() {
        return SENTENCES[random.nextInt(SENTENCES.length)];
    }

    /**
     * A sentence that ends with a word found nowhere else, so that its draft can be told from all others. The word stands in
     * an address: the check takes no word of one for a name and never masks it, whatever was written around it.
     */
    String about(String thread) {
        return any() + ADDRESS + thread;
    }

    /** The word that {@link #about} put into a text; empty where there is none. */
    static String threadOf(String text) {
        int start = text.lastIndexOf(ADDRESS);
        return start < 0 ? "" : text.substring(start + ADDRESS.length()).split("\\s", 2)[0];
    }

    /** The word for a number: six syllables, no digits, because the bot may mask digits. */
    static String thread(int number) {
        StringBuilder word = new StringBuilder();
        for (int i = 0, rest = number; i < 6; i++, rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }
}
