package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.signals.Hold;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Tables;
import org.junit.jupiter.api.Test;

class RelayScreeningTest extends RelayConversation {
    private static final String LEAK = "Mme Bellanger, née le 12/03/1946, est tombée chez elle";
    private static final String NAME = "M. Bellanger est encore tombé chez lui hier soir";

    @Test
    void whatPointsToAPatientStopsBeforeItIsPassedOn() {
        marc.writes(LEAK);

        assertThat(copies(lea)).noneMatch(text -> text.contains("Bellanger"));
        assertThat(marc.heard()).contains("Je n’ai pas transmis", "un nom, une date de naissance",
                "« environ 80 ans »");
        assertThat(marc.buttons()).hasSize(3);
        assertThat(held()).hasSize(1).noneMatch(row -> row.contains("Bellanger"));
    }

    @Test
    void itsAuthorMaySayThatItIsNoPatientAndTheGroupRemembers() {
        marc.writes(NAME);
        marc.presses(null, button("tel"));

        assertThat(copies(lea)).anyMatch(text -> text.endsWith(NAME));
        assertThat(held()).isEmpty();

        marc.writes("M. Bellanger va mieux");
        assertThat(copies(lea)).anyMatch(text -> text.endsWith("M. Bellanger va mieux"));
    }

    @Test
    void itMayGoMasked() {
        marc.writes(LEAK);
        marc.presses(null, button("masque"));

        assertThat(copies(lea)).anyMatch(text -> text.contains("Mme [NOM]") && text.contains("[DATE DE NAISSANCE]"));
        assertThat(held()).isEmpty();
    }

    @Test
    void itMayStay() {
        int before = copies(lea).size();
        marc.writes(LEAK);
        marc.presses(null, button("non"));

        assertThat(copies(lea)).hasSize(before);
        assertThat(marc.heard()).contains("effacé");
        assertThat(held()).isEmpty();
    }

    @Test
    void writtenAnewItGoesAndTheFirstOneIsNotSentByItself() {
        marc.writes(LEAK);
        String old = button("masque");
        marc.writes("Une patiente d’environ 80 ans est tombée chez elle");

        assertThat(copies(lea)).anyMatch(text -> text.contains("environ 80 ans"));
        house.clock().advance(Duration.ofMinutes(61));
        marc.presses(null, old);
        assertThat(marc.heard()).contains("n’attend plus");
        assertThat(copies(lea)).noneMatch(text -> text.contains("[NOM]"));
    }

    @Test
    void eachOfTwoWaitsForItsOwnAnswer() {
        marc.writes(LEAK);
        String first = button("masque");
        house.clock().advance(Duration.ofMinutes(10));
        marc.writes(NAME);
        String second = button("masque");
        assertThat(held()).hasSize(2);

        marc.presses(null, first);
        assertThat(copies(lea)).anyMatch(text -> text.contains("[DATE DE NAISSANCE]"))
                .noneMatch(text -> text.contains("hier soir"));
        marc.presses(null, second);
        assertThat(copies(lea)).anyMatch(text -> text.contains("hier soir"));
        assertThat(held()).isEmpty();
    }

    @Test
    void aWordThatIsNoAnswerLeavesItWaiting() {
        marc.writes(LEAK);
        marc.presses(null, button("non").replace("non", "peut-être"));

        assertThat(marc.heard()).contains("Écrivez-le autrement");
        assertThat(held()).hasSize(1);
    }

    @Test
    void afterAnHourNothingOfItIsLeft() {
        marc.writes(LEAK);
        marc.writes("/mesdonnees");
        assertThat(marc.allHeard()).anyMatch(text -> text.contains("attendent votre décision"));
        house.clock().advance(Duration.ofMinutes(61));
        house.ticks("relay-held");
        house.clock().advance(Duration.ofMinutes(2));
        house.ticks("relay-held");

        assertThat(held()).isEmpty();
    }

    @Test
    void nobodyElseDecidesAboutIt() {
        marc.writes(NAME);
        String his = button("tel");
        lea.presses(null, his);

        assertThat(copies(julie)).noneMatch(text -> text.contains("Bellanger"));
        assertThat(held()).hasSize(1);
    }

    @Test
    void aDateOfBirthIsNotPassedOnWhateverIsDeclared() {
        marc.writes("Né le 12/03/1946, qui peut le voir ?");

        assertThat(marc.buttons()).hasSize(2);
        assertThat(copies(lea)).noneMatch(text -> text.contains("1946"));
    }

    @Test
    void whereNothingCanBeDeletedTheCommandSaysSo() {
        claire.writes("/effacer oui");

        assertThat(claire.heard()).contains("je ne peux pas supprimer");
    }

    @Test
    void aReactionToAMedicineIsPassedOnAndHeldOnceItIsTagged() {
        String copy = copyOf("Urticaire géante hier après la première dose d’amoxicilline");
        julie.answers(copy, "/p");

        assertThat(house.signal(group).holds()).containsExactly(Hold.DRUG_REACTION);
        assertThat(julie.allHeard()).anyMatch(text -> text.contains("Médicament, dose, lot"));
    }

    private String button(String ending) {
        return marc.buttons().stream().filter(data -> data.endsWith(ending)).findFirst().orElseThrow();
    }

    private List<String> held() {
        return new Tables(house).contents(List.of()).getOrDefault("relay_held", List.of()).stream()
                .filter(row -> row.contains("group_id=" + house.id(group) + " ")).toList();
    }

    private List<String> copies(Actor reader) {
        return reader.allHeard();
    }
}
