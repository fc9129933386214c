package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls where the platform has none. */
class TextPollsTest extends PollConversation {
    @BeforeEach
    void noPollsHere() {
        can(false, 8);
    }

    @Test
    void aNumberedListWithButtonsStandsForThePoll() {
        asked("Quel soir ? | Mardi | Jeudi");

        assertThat(house.publicTexts(group).getLast()).contains("Sondage n° 1", "Quel soir ?", "1. Mardi", "2. Jeudi",
                "non anonyme").doesNotContain("/voter");
        assertThat(polls()).isEmpty();

        marc.presses(group, "/voter 1 1");
        marc.presses(group, "/voter 1 2");
        assertThat(toast()).isEqualTo("C’est noté : Jeudi");
        lea.writes("/start");
        lea.replies(group, null, "/voter 1 1");
        julie.writes("/voter 1 1");
        julie.writes("/voter 1 0");
        assertThat(julie.heard()).contains("votre vote est repris");
        claire.writes("/cloturer 1");

        assertThat(results().getFirst()).contains("Mardi : 1 (50 %)", "Jeudi : 1 (50 %)", "2 votants");
        assertThat(house.channel().calls(group.address())).anyMatch(
                c -> c.outgoing() instanceof Outgoing.Edit edit && edit.rows().isEmpty() && c.text().contains("clos"));
    }

    @Test
    void severalChoicesGoOnAndOff() {
        asked("multiple Lesquels ? | A | B | C");

        marc.presses(group, "/voter 1 1");
        marc.presses(group, "/voter 1 3");
        assertThat(toast()).isEqualTo("C’est noté : A, C");
        marc.presses(group, "/voter 1 1");
        lea.presses(group, "/voter 1 3");
        lea.presses(group, "/voter 1 3");
        claire.writes("/cloturer");

        assertThat(results().getFirst()).contains("A : 0 (0 %)", "C : 1 (100 %)", "Un votant");
    }

    @Test
    void anAnonymousVoteIsKeptWithoutThePersonAndNoLongerThanThePoll() {
        asked("anonyme Êtes-vous épuisé ? | Oui | Non");
        marc.presses(group, "/voter 1 1");
        marc.presses(group, "/voter 1 2");
        lea.presses(group, "/voter 1 2");

        assertThat(rows("poll_vote")).isEqualTo(2);
        assertThat(house.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select count(*) from poll_vote where person_id is not null and poll_id = "
                        + "(select id from poll where group_id = :group)")
                .param("group", house.id(group)).query((row, n) -> row.getLong(1)).single()).isZero();
        claire.writes("/cloturer 1");

        assertThat(results().getFirst()).contains("Oui : 0", "Non : 2 (100 %)");
        assertThat(rows("poll_vote")).isZero();
        claire.writes("/relancer 1");
        assertThat(claire.heard()).contains("déjà clos");
    }

    @Test
    void whereThereAreFewerButtonsTheNumberIsWritten() {
        can(false, 0);
        asked("Quel soir ? | Mardi | Jeudi");
        assertThat(house.publicTexts(group).getLast()).contains("/voter 1 suivi du numéro");

        julie.writes("/voter 1 2");
        assertThat(julie.heard()).isEqualTo("C’est noté : Jeudi");
    }

    @Test
    void aVoteThatCannotCountIsAnsweredInOneSentence() {
        asked("Quel soir ? | Mardi | Jeudi");
        julie.writes("/voter");
        assertThat(julie.heard()).contains("/voter 3 1");
        julie.writes("/voter 7 1");
        assertThat(julie.heard()).contains("pas de sondage n° 7");
        julie.writes("/voter 1 3");
        assertThat(julie.heard()).contains("pas de réponse 3");
        claire.writes("/cloturer");
        julie.writes("/voter 1 1");
        assertThat(julie.heard()).contains("déjà clos");

        can(true, 8);
        asked("Et ici ? | Oui | Non");
        julie.writes("/voter 2 1");
        assertThat(julie.heard()).contains("votez sur le sondage lui-même");

        Actor stranger = house.person("Inconnue");
        stranger.writes("/voter 1 1");
        assertThat(stranger.heard()).contains("réservée aux membres");
    }

    @Test
    void aReminderCarriesTheButtons() {
        marc.writes("/start");
        marc.replies(group, null, "/groupe");
        asked("Quel soir ? | Mardi | Jeudi");

        claire.writes("/relancer 1");

        assertThat(marc.heard()).contains("un sondage attend votre réponse", "2. Jeudi");
        assertThat(marc.buttons()).anyMatch(b -> b.endsWith("/voter 1 2"));
        marc.presses(null, marc.buttons().getFirst());
        assertThat(rows("poll_vote")).isEqualTo(1);
    }

    private String toast() {
        return house.channel().calls(group.address()).stream().filter(c -> c.outgoing() instanceof Outgoing.PressAnswer)
                .map(TestChannel.Call::text).reduce((a, b) -> b).orElse("");
    }
}
