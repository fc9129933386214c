package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.people.People;
import org.covigie.bot.signals.Status;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrivacyTest extends Conversation {
    @Test
    void everybodySeesAllThatIsKeptAboutThem() {
        ready("Ce que j’ai écrit", "/p");

        marc.writes("/mesdonnees");

        assertThat(marc.heard()).contains("Marc").contains(marc.address().id()).contains(group.title())
                .contains("accord : oui").contains("Ce que j’ai écrit");
    }

    @Test
    void theSameFactsComeAsAFileThatProgramsRead() {
        ready("Ce que j’ai écrit", "/p");

        marc.writes("/mesdonnees");

        JsonNode facts = file();
        assertThat(facts.isArray()).isTrue();
        assertThat(fact(facts, "people.data.name").get("values").get(0).asString()).isEqualTo("Marc");
        assertThat(fact(facts, "people.data.name").get("sentence").asString()).startsWith("Votre nom affiché");
        assertThat(fact(facts, "groups.data.member").get("values").get(2).asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:.*Z");
        assertThat(fact(facts, "signals.data.author").get("values").get(1).asString()).isEqualTo("PROBLEM");
        assertThat(fact(facts, "signals.data.text").get("values").get(0).asString()).isEqualTo("Ce que j’ai écrit");
    }

    @Test
    void whatIsKeptIsGroupedUnderHeadingsInTheReadersLanguage() {
        ready("Ce que j’ai écrit", "/p");

        marc.writes("/mesdonnees");
        assertThat(marc.heard()).containsSubsequence("Vous", "• Votre nom affiché", "Vos groupes", "• Membre n°",
                "Vos messages", "Ce que j’ai écrit");

        marc.writes("/langue en");
        marc.writes("/mydata");
        assertThat(marc.heard()).containsSubsequence("You", "• Your name as shown", "Your groups", "Your messages");
        assertThat(fact(file(), "people.data.name").get("sentence").asString()).startsWith("Your name as shown");
    }

    @Test
    void aStrangerGetsNoFile() {
        lea.writes("/mesdonnees");

        assertThat(house.channel().calls(lea.address())).noneMatch(c -> c.outgoing() instanceof Outgoing.File);
    }

    private JsonNode file() {
        Outgoing.File file = house.channel().calls(marc.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.File.class::isInstance).map(Outgoing.File.class::cast).reduce((a, b) -> b)
                .orElseThrow();
        assertThat(file.name()).isEqualTo("mes-donnees-covigie.json");
        assertThat(file.picture()).isFalse();
        return new JsonMapper().readTree(file.bytes());
    }

    private static JsonNode fact(JsonNode facts, String key) {
        return facts.valueStream().filter(f -> f.get("key").asString().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void whoeverAsksToBeForgottenIsAskedOnceAndThenForgotten() {
        ready("À oublier", "/p");

        marc.writes("/oubliezmoi");
        assertThat(marc.heard()).contains("Vous confirmez");
        assertThat(house.get(People.class).find(marc.address())).isPresent();

        marc.presses(null, "/oubliezmoi oui");

        assertThat(house.get(People.class).find(marc.address())).isEmpty();
        assertThat(signal().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(signal().text()).isEmpty();
        assertThat(marc.heard()).contains("je ne sais plus rien de vous");
    }

    @Test
    void askingWhatIsKeptMakesNobodyKnown() {
        lea.writes("/mesdonnees");
        assertThat(lea.heard()).isEqualTo("Rien n’est conservé sur vous.");
        lea.writes("/oubliezmoi oui");

        assertThat(house.get(People.class).find(lea.address())).isEmpty();
    }

    @Test
    void askingInTheGroupIsRefusedAloneAndMakesNobodyKnownEither() {
        int said = house.publicTexts(group).size();

        lea.replies(group, null, "/mesdonnees");

        assertThat(lea.heard()).isEqualTo("/mesdonnees s’écrit en conversation privée avec moi.");
        assertThat(house.publicTexts(group)).hasSize(said);
        assertThat(house.get(People.class).find(lea.address())).isEmpty();
    }

    @Test
    void whatIsPublishedStaysWithoutItsAuthor() {
        ready("Publié", "/p");
        julie.writes("/publier 1");

        marc.writes("/oubliezmoi oui");

        assertThat(signal().status()).isEqualTo(Status.PUBLISHED);
        assertThat(signal().text()).isEqualTo("Publié");
        assertThat(signal().authorProfession()).isNull();
    }

    @Test
    void anAnimatorHandsTheRoleOverFirst() {
        claire.writes("/oubliezmoi oui");

        assertThat(claire.heard()).contains("confiez d’abord ce rôle");
        assertThat(house.get(People.class).find(claire.address())).isPresent();
    }

    @Test
    void aCorrespondentCanBeForgottenAndTheDraftsRemain() {
        ready("Le brouillon reste", "/p");
        julie.writes("/voir 1");

        julie.writes("/oubliezmoi oui");

        assertThat(house.get(People.class).find(julie.address())).isEmpty();
        assertThat(signal().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void nobodyWhoOnlySpokeIsKnown() {
        lea.says(group, "Je ne suis pas une commande");

        assertThat(house.get(People.class).find(lea.address())).isEmpty();
    }

    @Test
    void whoWasOnlyTaggedIsKnownByAnAddressAndNoName() {
        tagged("Marqué", "/p");

        assertThat(house.get(People.class).find(marc.address()).orElseThrow().name().isEmpty()).isTrue();
    }
}
