package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompanionNameTest extends CompanionConversation {
    @BeforeEach
    void everythingElseIsAnswered() {
        nora.writes("rejoindre " + code());
        presses(nora, "charte oui 1");
        presses(nora, "metier NURSE");
        nora.writes("44");
        presses(nora, "rpps -");
    }

    @Test
    void theLastQuestionIsTheNameAndWhatIsTypedIsTaken() {
        assertThat(nora.heard()).startsWith("Votre nom dans le groupe : « Nora »");

        nora.writes("Nora *Le Goff*");

        assertThat(nora.heard()).contains("tout est complet");
        assertThat(person(nora).name().text()).isEqualTo("Nora Le Goff");
        nora.writes("/charte");
        assertThat(person(nora).name().text()).as("the platform's own does not come back").isEqualTo("Nora Le Goff");
    }

    @Test
    void itMayBeKept() {
        presses(nora, "nom -");

        assertThat(nora.heard()).contains("tout est complet");
        assertThat(person(nora).name().text()).isEqualTo("Nora");
    }

    @Test
    void aCommandWithoutItsSlashIsNoName() {
        nora.writes("/aide");

        assertThat(person(nora).name().text()).isEqualTo("Nora");
        nora.writes("12345");
        assertThat(person(nora).name().text()).isEqualTo("Nora");
    }

    @Test
    void onceInsideWhatIsTypedIsNoNameButTheCommandChangesIt() {
        presses(claire, "/accepter 1");
        nora.writes("Merci à tous");
        assertThat(person(nora).name().text()).isEqualTo("Nora");

        nora.writes("/nom Nora Le Goff");
        assertThat(nora.heard()).contains("« Nora Le Goff »");
        assertThat(person(nora).name().text()).isEqualTo("Nora Le Goff");
        nora.writes("/nom 1234");
        assertThat(nora.heard()).startsWith("Ce nom ne convient pas");
        nora.writes("/nom");
        assertThat(nora.heard()).contains("« Nora Le Goff »");
    }

    @Test
    void nobodyTakesAnotherMembersNameAndTheJournalSaysWhoChangedTheirs() {
        nora.writes("CLAIRÉ");
        assertThat(nora.heard()).startsWith("Un autre membre porte déjà ce nom");
        assertThat(person(nora).name().text()).isEqualTo("Nora");
        nora.writes("Nora (médecin):");
        assertThat(person(nora).name().text()).isEqualTo("Nora médecin");

        presses(claire, "/accepter 1");
        nora.writes("/nom claire");
        assertThat(nora.heard()).startsWith("Un autre membre porte déjà ce nom");
        nora.writes("/nom Nora Le Goff");
        claire.writes("/journal");
        assertThat(claire.heard()).contains("Nora Le Goff a changé son nom affiché");
    }

    private String code() {
        claire.writes("/invitation");
        String heard = String.join("\n", claire.allHeard());
        var code = java.util.regex.Pattern.compile("ode : ?([0-9A-Z]{8})|\\(code ([0-9A-Z]{8})\\)").matcher(heard);
        if (!code.find()) {
            throw new AssertionError(heard);
        }
        return code.group(1) == null ? code.group(2) : code.group(1);
    }
}
