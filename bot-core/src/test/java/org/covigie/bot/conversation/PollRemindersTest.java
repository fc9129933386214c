package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.covigie.bot.people.People;
import org.covigie.bot.people.PersonalData;
import org.covigie.bot.testing.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has not voted is reminded: once, in private, never at night. */
class PollRemindersTest extends PollConversation {
    @BeforeEach
    void marcCanBeReachedAndLeaCannot() {
        marc.writes("/start");
        marc.replies(group, null, "/groupe");
        lea.replies(group, null, "/groupe");
    }

    @Test
    void thoseWhoHaveNotVotedAreRemindedOnceAndTheAnimatorHearsHowMany() {
        String poll = asked("Quel soir ? | Mardi | Jeudi");
        julie.votes(poll, 0);

        claire.replies(group, message(poll), "/relancer");

        assertThat(marc.heard()).contains(group.title(), "un sondage attend votre réponse", "Quel soir ?");
        assertThat(reminders(julie)).isZero();
        assertThat(reminders(lea)).isZero();
        assertThat(reminders(claire)).isZero();
        assertThat(claire.heard()).contains("une personne relancée en privé", "Une personne ne peut pas être jointe");

        claire.writes("/relancer 1");
        assertThat(reminders(marc)).isEqualTo(1);
        lea.votes(poll, 0);
        claire.writes("/relancer");
        assertThat(claire.heard()).contains("il n’y a personne à relancer");
    }

    @Test
    void anAnonymousPollRemindsNobody() {
        asked("anonyme Quel soir ? | Mardi | Jeudi");

        claire.writes("/relancer 1");
        assertThat(claire.heard()).contains("je ne sais pas qui a voté");
        house.clock().advance(Duration.ofHours(72));
        itIs(LocalTime.of(11, 0));
        house.ticks("polls");

        assertThat(reminders(marc)).isZero();
    }

    @Test
    void atNightItIsPutOffToNineAndSentOnce() {
        asked("Quel soir ? | Mardi | Jeudi");
        itIs(LocalTime.of(19, 0));
        claire.writes("/relancer 1");
        assertThat(claire.heard()).contains("Il est tard").contains("09:00");
        assertThat(reminders(marc)).isZero();

        itIs(LocalTime.of(8, 59));
        house.ticks("polls");
        assertThat(reminders(marc)).isZero();
        itIs(LocalTime.of(9, 0));
        house.ticks("polls");
        assertThat(reminders(marc)).isEqualTo(1);
        assertThat(claire.heard()).contains("2 personnes relancées");

        itIs(LocalTime.of(9, 5));
        house.ticks("polls");
        assertThat(reminders(marc)).isEqualTo(1);
    }

    @Test
    void justBeforeTheEveningItIsStillDay() {
        asked("Quel soir ? | Mardi | Jeudi");
        itIs(LocalTime.of(18, 59));
        claire.writes("/relancer 1");
        assertThat(reminders(marc)).isEqualTo(1);
    }

    @Test
    void afterTwoDaysItComesByItselfButNotAtNightAndNotWhenClosed() {
        itIs(LocalTime.of(21, 0));
        asked("Quel soir ? | Mardi | Jeudi");
        String over = asked("Fini ? | Oui | Non");
        closed(over, "0,0;0");

        house.clock().advance(Duration.ofHours(48));
        house.ticks("polls");
        assertThat(reminders(marc)).isZero();
        itIs(LocalTime.of(9, 0));
        house.ticks("polls");

        assertThat(reminders(marc)).isEqualTo(1);
        assertThat(marc.heard()).contains("Quel soir ?");
        int told = claire.allHeard().size();
        house.clock().advance(Duration.ofMinutes(5));
        house.ticks("polls");
        assertThat(reminders(marc)).isEqualTo(1);
        assertThat(claire.allHeard()).hasSize(told);
    }

    @Test
    void votesAreShownAndForgottenOnDemandAndAfterTheirTime() {
        String poll = asked("Quel soir ? | Mardi | Jeudi");
        String kept = asked("Et puis ? | Oui | Non");
        marc.votes(poll, 1);
        lea.votes(poll, 1);
        julie.votes(kept, 0);
        claire.writes("/relancer 2");

        marc.writes("/mesdonnees");
        assertThat(marc.allHeard()).anyMatch(
                text -> text.contains("Votre vote au sondage « Quel soir ? » : Jeudi")
                        && text.contains("Je vous ai rappelé le sondage « Et puis ? »"));
        marc.writes("/oubliezmoi oui");
        assertThat(rows("poll_vote")).isEqualTo(2);
        assertThat(rows("poll_nudge")).isZero();

        closed(poll, "");
        assertThat(results().getLast()).contains("Jeudi : 1");
        house.clock().advance(Duration.ofDays(31));
        house.ticks("polls-retention");
        assertThat(rows("poll_vote")).isEqualTo(1);
        claire.writes("/cloturer 1");
        assertThat(claire.heard()).contains("pas de sondage n° 1");
        house.clock().advance(Duration.ofDays(335));
        house.ticks("polls-retention");
        assertThat(rows("poll_vote")).isZero();
        claire.writes("/cloturer 2");
        assertThat(claire.heard()).contains("pas de sondage n° 2");
    }

    @Test
    void forgettingReachesAnonymousVotesToo() {
        can(false, 8);
        asked("anonyme Quel soir ? | Mardi | Jeudi");
        marc.presses(group, "/voter 1 1");
        lea.presses(group, "/voter 1 1");

        long person = house.get(People.class).find(marc.address()).orElseThrow().id();
        house.all(PersonalData.class).stream().filter(room -> room.getClass().getSimpleName().startsWith("PollsData"))
                .forEach(room -> room.forget(person));

        assertThat(rows("poll_vote")).isEqualTo(1);
    }

    private long reminders(Actor member) {
        return member.allHeard().stream().filter(text -> text.contains("un sondage attend votre réponse")).count();
    }
}
