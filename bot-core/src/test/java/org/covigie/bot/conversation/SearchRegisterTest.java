package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.testing.Actor;
import org.junit.jupiter.api.Test;

class SearchRegisterTest extends Conversation {
    @Test
    void anybodyFindsWhatIsPublishedAndHowManySolutionsThereAre() {
        String word = "Zibeline" + house.nextId();
        marc.says(group, "/consentir");
        julie.replies(group, marc.says(group, "Pannes de " + word + " au cabinet"), "/p");
        julie.replies(group, marc.says(group, "Réparer la machine soi-même"), "/s");
        julie.writes("/lier 2 1");
        julie.writes("/publier tout");
        julie.replies(group, marc.says(group, "Brouillon sur " + word), "/p");
        house.settles();

        Actor stranger = house.person("Zoé");
        stranger.writes("/chercher panne " + word.toUpperCase(java.util.Locale.ROOT));
        assertThat(stranger.heard()).startsWith("1 signal publié :").contains("1. Pannes de " + word + " au cabinet",
                "problème, publié le ", "1 solution proposée").doesNotContain("Brouillon", "Marc");
        // nothing holds both, so what holds either is shown
        stranger.writes("/search réparer " + word);
        assertThat(stranger.heard()).contains(". Pannes de " + word, ". Réparer la machine");
    }

    @Test
    void whoSeeksInTheGroupIsSentToThePrivateChatAlone() {
        int before = house.publicTexts(group).size();
        lea.writes("/start");
        lea.says(group, "/chercher introuvable" + house.nextId());
        assertThat(house.publicTexts(group)).hasSize(before);
        assertThat(lea.heard()).contains("/chercher s’écrit en conversation privée");
    }

    @Test
    void whereNothingIsFoundOneSentenceSaysSo() {
        lea.writes("/chercher introuvable" + house.nextId());
        assertThat(lea.heard()).startsWith("Rien n’est publié là-dessus");
    }

    @Test
    void withoutWordsOneSentenceSaysHow() {
        lea.writes("/chercher");
        assertThat(lea.heard()).startsWith("Écrivez ce que vous cherchez");
    }
}
