package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.sandbox.telegram.Group;
import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a message in the group to a draft. */
class TaggingTest extends WholeHouse {
    @Test
    void everySpellingTagsAndTheGroupSeesAReactionOnly() {
        Village village = Village.working(house);
        house.settles();
        List<String> before = village.spoken();
        List<List<String>> tags = List.of(List.of("/p", "PROBLEM", "🤔"), List.of("/problème", "PROBLEM", "🤔"),
                List.of("/Solution@covigie_bot", "SOLUTION", "👌"), List.of("/signal", "WEAK_SIGNAL", "👀"));

        for (List<String> tag : tags) {
            int message = village.marc.says("Message pour " + tag.getFirst());
            village.julie.replies(message, tag.getFirst() + " à relire");
            village.awaitReaction(message, tag.getLast());
        }

        house.settles();
        assertThat(village.spoken()).isEqualTo(before);
        for (int i = 0; i < tags.size(); i++) {
            JsonNode signal = village.signal(i + 1);
            assertThat(signal.path("kind").asString()).isEqualTo(tags.get(i).get(1));
            assertThat(signal.path("status").asString()).isEqualTo("DRAFT");
            assertThat(signal.path("text").asString()).isEqualTo("Message pour " + tags.get(i).getFirst());
            assertThat(signal.path("note").asString()).isEqualTo("à relire");
        }
    }

    @Test
    void aReactionTagsAndTakenBackTakesTheTagBack() {
        Village village = Village.working(house);
        int message = village.marc.says("Une astuce pour les sachets à la dose");

        village.julie.reacts(message, "👌");
        village.awaitReaction(message, "👌");
        assertThat(village.signal(1).path("kind").asString()).isEqualTo("SOLUTION");

        village.julie.reacts(message, null);
        village.awaitReaction(message, null);
        assertThat(village.signal(1).path("status").asString()).isEqualTo("DISCARDED");
    }

    @Test
    void oneWhoMayNotTagIsToldSoAlone() {
        Village village = Village.working(house);
        int message = village.marc.says("Plus de créneaux avant un mois");

        village.lea.replies(message, "/p");

        SeenMessage no = village.lea.hears("réservée au correspondant");
        assertThat(no.ephemeral()).isTrue();
        assertThat(village.julie.timesTold("réservée au correspondant")).isZero();
        house.settles();
        assertThat(village.signals()).isEmpty();
    }

    @Test
    void theMessageThatATopicBeginsWithIsNoReply() {
        Village village = Village.without(house);
        village.claire.writes("/start");
        village.julie.writes("/start");
        village.group = village.world.newForum(village.title, village.claire.person(), village.julie.person(),
                village.marc.person(), village.lea.person());
        Group forum = village.group;
        village.world.addBot(forum, village.claire.person(), true);
        village.claire.hears("Vous animez");
        village.naming();
        int topic = village.world.newTopic(forum, village.claire.person(), "Ruptures");

        village.world.write(forum, village.julie.person()).inTopic(topic).text("/p").send();
        village.julie.hears("en réponse au message concerné");
        house.settles();
        assertThat(village.signals()).isEmpty();

        int message = village.world.write(forum, village.marc.person()).inTopic(topic).text("Rupture de paracétamol")
                .send();
        village.world.write(forum, village.julie.person()).inTopic(topic).replyTo(message).text("/p").send();
        village.awaitReaction(message, "🤔");
        assertThat(village.signal(1).path("text").asString()).isEqualTo("Rupture de paracétamol");
    }

    @Test
    void albumsCaptionsQuotesAndForwardedMessagesAreOneDraftEach() {
        Village village = Village.working(house);
        List<Integer> album = village.world.album(village.group, village.marc.person(), "Ordonnances illisibles", 3);
        village.julie.replies(album.get(2), "/p");
        village.awaitReaction(album.get(2), "🤔");
        village.julie.replies(album.getFirst(), "/p");
        int whole = village.marc.says("Bonjour. Plus de pansements chez le grossiste. Bonne journée.");
        village.world.quote(village.group, village.julie.person(), whole, "Plus de pansements chez le grossiste.",
                "/p");
        village.awaitReaction(whole, "🤔");
        int forwarded = village.world.write(village.group, village.marc.person()).forwardedFrom(village.lea.person())
                .text("Vu ailleurs : les délais doublent").send();
        village.julie.replies(forwarded, "/f");
        village.awaitReaction(forwarded, "👀");

        house.settles();
        assertThat(village.signals()).extracting(s -> s.path("text").asString()).containsExactly(
                "Vu ailleurs : les délais doublent", "Plus de pansements chez le grossiste.", "Ordonnances illisibles");
    }

    @Test
    void severalMessagesOfOneAuthorBecomeOneDraft() {
        Village village = Village.working(house);
        int first = village.marc.says("Depuis ce matin");
        village.lea.says("ah bon ?");
        village.marc.says("la carte Vitale ne passe plus");

        village.julie.replies(first, "/p 2");

        village.awaitReaction(first, "🤔");
        assertThat(village.signal(1).path("text").asString())
                .isEqualTo("Depuis ce matin\nla carte Vitale ne passe plus");
    }

    @Test
    void theDraftFollowsItsSourceHoweverSoonItIsCorrected() {
        Village village = Village.working(house);
        int slow = village.marc.says("Rupture d’amoxiciline");
        village.julie.replies(slow, "/p");
        village.awaitReaction(slow, "🤔");
        village.marc.edits(slow, "Rupture d’amoxicilline");
        Village.eventually(
                () -> village.signal(1).path("text").asString().equals("Rupture d’amoxicilline") ? true : null);

        int quick = village.marc.says("Rupture d’ibuprofene");
        village.julie.replies(quick, "/p");
        village.marc.edits(quick, "Rupture d’ibuprofène");
        village.awaitReaction(quick, "🤔");
        Village.eventually(
                () -> village.signal(2).path("text").asString().equals("Rupture d’ibuprofène") ? true : null);
    }

    @Test
    void whatCouldPointToAPatientIsMaskedAndHeld() {
        Village village = Village.working(house);
        int message = village.marc.says("Mme Kerivel, née le 12/03/1946, tél. 06 39 98 12 34, attend son pansement 😷");

        village.julie.replies(message, "/p vue chez Mme Kerivel");

        SeenMessage told = village.julie.hears("J’ai masqué");
        JsonNode signal = village.signal(1);
        assertThat(signal.path("text").asString())
                .isEqualTo("Mme [NOM], née le [DATE DE NAISSANCE], tél. [TÉL], attend son pansement 😷");
        assertThat(signal.path("note").asString()).doesNotContain("Kerivel");
        assertThat(signal.path("holds").toString()).contains("PATIENT_DATA");
        village.julie.presses(told, "Voir le n° 1");
        SeenMessage card = village.julie.hears("Brouillon n° 1");
        assertThat(card.text()).contains("Masqué").doesNotContain("Kerivel", "1946", "98 12");

        village.claire.replies(message, "/consentir");
        village.julie.writes("/publier 1");
        village.julie.hears("une donnée de patient est à relire");
        village.julie.presses(card, "Garder masqué");
        Village.eventually(() -> village.signal(1).path("holds").toString().contains("PATIENT_DATA") ? null : true);
    }

    @Test
    void theSupportGroupStoresNothing() {
        Village village = Village.working(house);
        village.claire.says("/entraide");
        Village.eventually(() -> village.asOperator().path("purpose").asString().equals("SUPPORT") ? true : null);
        int message = village.marc.says("Je n’en peux plus de ces gardes");

        village.julie.replies(message, "/p");

        village.julie.hears("rien n’y est collecté");
        house.settles();
        assertThat(village.signals()).isEmpty();
    }
}
