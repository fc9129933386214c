package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.covigie.bot.sandbox.telegram.SeenMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a draft to the register. */
class ReviewTest extends WholeHouse {
    @Test
    void anAuthorWithoutAPrivateChatIsAskedInTheGroupAloneAndAgrees() {
        Village village = Village.working(house);
        tag(village, "Plus de vaccin antigrippal depuis lundi", "/p", "🤔");

        SeenMessage question = village.marc.hears("sans votre nom");
        assertThat(question.ephemeral()).isTrue();
        assertThat(village.signal(1).path("holds").toString()).contains("AUTHOR_CONSENT");
        village.marc.presses(question, "J’accepte");

        village.marc.isShown("peuvent être relayés");
        assertThat(village.signal(1).path("holds").size()).isZero();
        tag(village, "Toujours pas de vaccin", "/p", "🤔");
        house.settles();
        assertThat(village.marc.timesTold("sans votre nom")).isEqualTo(1);
        assertThat(village.signal(2).path("holds").size()).isZero();
    }

    @Test
    void anAuthorAskedInPrivateRefusesAndTheDraftIsGone() {
        Village village = Village.working(house);
        village.marc.writes("/start");
        house.settles();
        tag(village, "Un mot de trop", "/p", "🤔");

        SeenMessage question = village.marc.hears("sans votre nom");
        assertThat(question.ephemeral()).isFalse();
        village.marc.presses(question, "Ne pas me relayer");

        JsonNode signal = village.awaitSignal(1, "WITHDRAWN");
        assertThat(signal.path("text").asString()).isEmpty();
    }

    @Test
    void theQueueIsWorkedThroughInWords() {
        Village village = agreeing();
        tag(village, "Le télésecrétariat ne décroche plus", "/p", "🤔");
        tag(village, "Un répondeur dédié aux soignants", "/s", "👌");
        tag(village, "À écarter", "/f", "👀");

        village.julie.writes("/brouillons");
        assertThat(village.julie.hears("3 brouillons en attente").text()).contains("n° 1", "n° 2", "n° 3",
                "Le télésecrétariat");
        village.julie.writes("/voir 1");
        village.julie.hears("Brouillon n° 1");
        village.julie.writes("/modifier 1 Le télésecrétariat ne décroche plus depuis deux semaines");
        village.julie.hears("Le n° 1 est modifié");
        village.julie.writes("/lier 2 1");
        village.julie.hears("La solution n° 2 répond au n° 1");
        village.julie.writes("/ecarter 3");
        village.julie.hears("Le n° 3 est écarté");
        village.julie.writes("/publier tout");

        assertThat(village.awaitSignal(1, "PUBLISHED").path("text").asString())
                .isEqualTo("Le télésecrétariat ne décroche plus depuis deux semaines");
        JsonNode solution = village.awaitSignal(2, "PUBLISHED");
        assertThat(solution.path("answers").toString()).contains(village.signal(1).path("id").asString());
        assertThat(village.signal(3).path("status").asString()).isEqualTo("DISCARDED");
        village.julie.hears("Le n° 1 (problème) est publié");
    }

    @Test
    void theQueueIsWorkedThroughByButtons() {
        Village village = agreeing();
        tag(village, "Bronchiolites renvoyées sans examen", "/p", "🤔");
        tag(village, "Une ligne directe avec le service", "/s", "👌");
        tag(village, "Rien d’utile", "/f", "👀");
        village.julie.writes("/brouillons");
        SeenMessage queue = village.julie.hears("3 brouillons en attente");

        village.julie.presses(queue, "Voir 3");
        village.julie.presses(village.julie.hears("Brouillon n° 3"), "Écarter");
        village.awaitSignal(3, "DISCARDED");
        village.julie.presses(queue, "Voir 1");
        village.julie.presses(village.julie.hears("Brouillon n° 1"), "Publier");
        village.awaitSignal(1, "PUBLISHED");
        village.julie.writes("/b");
        village.julie.presses(village.julie.hears("Un brouillon en attente"), "Publier tout (1)");
        village.awaitSignal(2, "PUBLISHED");
    }

    @Test
    void whatIsPublishedStandsInRegisterFeedAndApiWithoutItsAuthor() {
        Village village = agreeing();
        String words = "Appareil à ECG introuvable dans le canton " + village.title;
        tag(village, words, "/p", "🤔");
        village.julie.writes("/publier tout");
        JsonNode signal = village.awaitSignal(1, "PUBLISHED");
        String id = signal.path("id").asString();

        HttpResponse<String> page = house.get("/register");
        HttpResponse<String> one = house.get("/register/signals/" + id);
        HttpResponse<String> feed = house.get("/register/feed.atom");
        assertThat(page.body()).contains(words);
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).contains(words);
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        assertThat(feed.body()).contains(words, id);
        assertThat(signal.path("platform").path("url").asString()).isEqualTo(house.url("/register/signals/" + id));
        String all = page.body() + one.body() + feed.body() + house.api("/signals/" + id) + signal;
        assertThat(all).doesNotContain("Brezellec", "mbrezellec", String.valueOf(village.marc.person().id()),
                String.valueOf(village.group.id()), "Lagathu", "jlagathu");
        assertThat(house.get("/api/v1/signals").statusCode()).isEqualTo(401);
        assertThat(house.get("/api/v1/signals", "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverNeverOpenedThePrivateChatIsAnsweredInTheGroupAlone() {
        Village village = Village.working(house);

        village.lea.says("/aide");

        SeenMessage help = village.lea.hears("Ce que vous pouvez faire ici");
        assertThat(help.ephemeral()).isTrue();
        house.settles();
        assertThat(village.spoken()).noneMatch(text -> text.contains("Ce que vous pouvez faire"));
    }

    @Test
    void aPersonSeesAllThatIsKeptAndHasItErased() {
        Village village = agreeing();
        tag(village, "Des mots de Marc, gardés un temps", "/p", "🤔");
        village.marc.writes("/mesdonnees");
        SeenMessage kept = village.marc.hears("Voici tout ce qui est conservé");
        assertThat(kept.text()).contains("Marc Brezellec", "@" + village.marc.person().username(), village.title,
                "Des mots de Marc, gardés un temps", String.valueOf(village.marc.person().id()));

        village.marc.writes("/oubliezmoi");
        village.marc.presses(village.marc.hears("Vous confirmez"), "Oui, tout effacer");

        village.marc.hears("je ne sais plus rien de vous");
        assertThat(village.signal(1).path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(village.signal(1).path("text").asString()).isEmpty();
    }

    @Test
    void anAuthorTakesAMessageBack() {
        Village village = agreeing();
        int message = tag(village, "Finalement non", "/p", "🤔");

        village.marc.replies(message, "/retirer");

        village.marc.hears("votre message n’est plus dans les brouillons");
        assertThat(village.signal(1).path("status").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void onlyTelegramMayCallTheWebhook() {
        String update = "{\"update_id\":1}";
        int without = house.post("/telegram/webhook", update).statusCode();
        int wrong = house.post("/telegram/webhook", update, "X-Telegram-Bot-Api-Secret-Token", "wrong").statusCode();

        // in polling mode there is no webhook
        int refused = setup.mode().equals("webhook") ? 401 : 404;
        assertThat(without).isEqualTo(refused);
        assertThat(wrong).isEqualTo(refused);
        if (setup.mode().equals("webhook")) {
            assertThat(house.post("/telegram/webhook", "not even JSON", "X-Telegram-Bot-Api-Secret-Token",
                    Installation.SECRET).statusCode()).isEqualTo(200);
        }
    }

    /** Marc has the private chat open and has agreed. */
    private Village agreeing() {
        Village village = Village.working(house);
        village.marc.writes("/start");
        village.marc.says("/consentir");
        village.marc.hears("c’est noté");
        return village;
    }

    private static int tag(Village village, String words, String tag, String emoji) {
        int message = village.marc.says(words);
        village.julie.replies(message, tag);
        village.awaitReaction(message, emoji);
        return message;
    }
}
