package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.groups.Journal;
import org.covigie.bot.people.People;
import org.covigie.bot.testing.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest extends Conversation {
    @BeforeEach
    void marcAndLeaAreMembers() {
        marc.replies(group, null, "/groupe");
        lea.replies(group, null, "/groupe");
    }

    @Test
    void theAnimatorReadsAloneWhatWasDecidedTheLatestFirst() {
        claire.replies(group, null, "/langue en");
        claire.replies(group, null, "/langue fr");
        note("deputy-given", claire, marc, "");
        int said = house.publicTexts(group).size();

        claire.replies(group, null, "/journal");

        assertThat(claire.heard()).startsWith("Journal de ce groupe").containsSubsequence(
                "Claire a confié à Marc le rôle d’adjoint", "Claire a changé la langue du groupe");
        assertThat(house.publicTexts(group)).hasSize(said);
    }

    @Test
    void whoIsNotTheAnimatorDoesNotReadItAndThatIsNoted() {
        julie.replies(group, null, "/journal");

        assertThat(julie.heard()).contains("réservée à l’animateur");
        claire.writes("/log");
        assertThat(claire.heard()).contains("Julie a essayé /journal");
    }

    @Test
    void whoeverKeepsTryingIsNotedOnceAnHour() {
        for (int i = 0; i < 5; i++) {
            julie.replies(group, null, "/journal");
        }
        marc.replies(group, null, "/journal");
        assertThat(refusals()).isEqualTo(2);

        house.clock().advance(java.time.Duration.ofMinutes(61));
        julie.replies(group, null, "/journal");
        assertThat(refusals()).isEqualTo(3);
    }

    private long refusals() {
        return house.get(Journal.class).latest(house.id(group), 50, 0).stream()
                .filter(entry -> entry.what().equals("refused")).count();
    }

    @Test
    void olderLinesStandOnFurtherPages() {
        for (int i = 1; i <= 40; i++) {
            note("declined", claire, null, String.valueOf(1000 + i));
        }

        claire.writes("/journal");
        assertThat(claire.heard().lines()).hasSize(16);
        assertThat(claire.heard()).contains("n° 1040").contains("n° 1026").doesNotContain("n° 1025");
        assertThat(claire.buttons()).hasSize(1).allMatch(data -> data.endsWith("/journal 2"));

        claire.presses(null, "/journal 2");
        assertThat(claire.heard()).contains("page 2").contains("n° 1025").contains("n° 1011");
        claire.writes("/journal 99");
        assertThat(claire.heard()).contains("ne remonte pas plus loin");
    }

    @Test
    void aLineWhoseWordsAreMissingIsShownByItsKey() {
        note("something-new", claire, marc, "7");

        claire.writes("/journal");

        assertThat(claire.heard()).contains("something-new 7");
    }

    @Test
    void whoeverIsForgottenIsSomebodyInTheJournal() {
        note("removed", claire, marc, "");
        note("proposed", marc, null, "3");

        marc.writes("/mesdonnees");
        assertThat(marc.heard()).contains("Journal de « " + group.title()).contains("quelqu’un a exclu Marc")
                .contains("Marc a proposé une personne (demande n° 3)").doesNotContain("Claire a exclu");
        marc.writes("/oubliezmoi oui");

        claire.writes("/journal");
        assertThat(claire.heard()).contains("Claire a exclu quelqu’un").contains("quelqu’un a proposé une personne")
                .doesNotContain("Marc");
    }

    private void note(String what, Actor by, @org.jspecify.annotations.Nullable Actor about, String detail) {
        house.get(Journal.class).note(house.id(group), what, id(by), about == null ? null : id(about), detail);
    }

    private long id(Actor actor) {
        return house.get(People.class).find(actor.address()).orElseThrow().id();
    }
}
