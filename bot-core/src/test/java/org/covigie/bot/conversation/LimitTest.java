package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.junit.jupiter.api.Test;

class LimitTest extends Conversation {
    @Test
    void withoutANumberTheAnimatorSeesHowThingsStand() {
        claire.writes("/limite");

        assertThat(claire.heard()).contains("Personnes dans le groupe : 2").contains("Limite : 60");
    }

    @Test
    void theAnimatorSetsTheLimitAndItIsDated() {
        claire.replies(group, null, "/limit 80");

        assertThat(theGroup().limit()).isEqualTo(80);
        assertThat(claire.heard()).contains("de 60 à 80").contains("2 personnes");
        assertThat(house.get(Journal.class).latest(theGroup().id(), 1, 0)).first()
                .extracting(Journal.Entry::what, Journal.Entry::detail).containsExactly("limit", "60 → 80");
        claire.writes("/limite 80");
        assertThat(claire.heard()).contains("déjà de 80");
    }

    @Test
    void belowThePresentNumberNobodyIsRemoved() {
        marc.leaves(group, 5);
        lea.replies(group, null, "/groupe");
        lea.leaves(group, 5);

        claire.writes("/limite 3");

        assertThat(claire.heard()).contains("de 60 à 3").contains("5 personnes").contains("personne n’est retiré");
        assertThat(theGroup().members()).isEqualTo(2);
    }

    @Test
    void aNumberThatCannotBeChangesNothing() {
        for (String wrong : new String[]{"1", "0", "-5", "200001", "99999999999", "beaucoup", "60.5"}) {
            claire.writes("/limite " + wrong);
            assertThat(claire.heard()).contains("Écrivez un nombre de 2 à 200");
        }
        assertThat(theGroup().limit()).isEqualTo(60);
    }

    @Test
    void onlyTheAnimatorSetsIt() {
        julie.replies(group, null, "/limite 10");

        assertThat(julie.heard()).contains("réservée à l’animateur");
        assertThat(theGroup().limit()).isEqualTo(60);
    }

    @Test
    void theStateOfTheGroupCountsThePeopleWhereTheChannelDoes() {
        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Membres connus : 2 (limite 60)");
        lea.replies(group, null, "/groupe");

        lea.leaves(group, 41);

        claire.writes("/groupe");
        assertThat(claire.heard()).contains("Personnes : 41 (limite 60)");
    }

    private Group theGroup() {
        return house.get(Groups.class).find(house.id(group)).orElseThrow();
    }
}
