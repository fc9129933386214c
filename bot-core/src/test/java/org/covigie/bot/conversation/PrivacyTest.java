package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.people.People;
import org.covigie.bot.signals.Status;
import org.junit.jupiter.api.Test;

class PrivacyTest extends Conversation {
    @Test
    void everybodySeesAllThatIsKeptAboutThem() {
        ready("Ce que j’ai écrit", "/p");

        marc.writes("/mesdonnees");

        assertThat(marc.heard()).contains("Marc").contains(marc.address().id()).contains(group.title())
                .contains("accord donné").contains("Ce que j’ai écrit");
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
