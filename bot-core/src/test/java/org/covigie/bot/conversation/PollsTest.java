package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.signals.Hold;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.Status;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;

class PollsTest extends PollConversation {
    @Test
    void aPollGoesOutAtOnceNamedUnlessTheAnimatorSaysOtherwise() {
        asked("Quel soir pour la réunion ? | Mardi | Jeudi");

        Outgoing.Poll poll = polls().getLast();
        assertThat(poll.question()).isEqualTo("Quel soir pour la réunion ?");
        assertThat(poll.options()).containsExactly("Mardi", "Jeudi");
        assertThat(poll.anonymous()).isFalse();
        assertThat(poll.several()).isFalse();
        assertThat(claire.heard()).contains("Le sondage n° 1 est lancé").contains("/cloturer 1");
        assertThat(claire.buttons()).anyMatch(b -> b.endsWith("/relancer 1")).anyMatch(b -> b.endsWith("/cloturer 1"));

        claire.writes("/poll Several Anonymous Combien ? | Un | Deux | Trois");
        assertThat(polls().getLast().anonymous()).isTrue();
        assertThat(polls().getLast().several()).isTrue();
        assertThat(polls().getLast().question()).isEqualTo("Combien ?");
        assertThat(claire.heard()).contains("anonyme n° 2");
        assertThat(claire.buttons()).noneMatch(b -> b.contains("/relancer"));
    }

    @Test
    void onlyTheAnimatorAsks() {
        julie.replies(group, null, "/sondage Quoi ? | A | B");

        assertThat(polls()).isEmpty();
        assertThat(julie.heard()).contains("réservée à l’animateur");
        julie.writes("/cloturer");
        assertThat(julie.heard()).contains("réservée à l’animateur");
        julie.writes("/relancer 1");
        assertThat(julie.heard()).contains("réservée à l’animateur");
    }

    @Test
    void whatCannotBeAskedComesBackWithWhatToCorrect() {
        claire.writes("/sondage");
        assertThat(claire.heard()).contains("une question et au moins deux réponses");
        claire.writes("/sondage Quoi ? | A |");
        assertThat(claire.heard()).contains("deux réponses").contains("/sondage Quoi ? | A |");
        claire.writes("/sondage " + "q".repeat(301) + " | A | B");
        assertThat(claire.heard()).contains("La question a 301 caractères ; elle peut en avoir 300");
        claire.writes("/sondage Quoi ? | A | " + "b".repeat(101));
        assertThat(claire.heard()).contains("a 101 caractères ; elle peut en avoir 100");
        claire.writes("/sondage Quoi ? | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13");
        assertThat(claire.heard()).contains("Ce sondage a 13 réponses ; il peut en avoir 12");
        claire.writes("/sondage Quoi ? | Été | ete");
        assertThat(claire.heard()).contains("« ete » y est deux fois");

        assertThat(polls()).isEmpty();
    }

    @Test
    void theResultIsTheLastVoteOfEachPerson() throws Exception {
        String poll = asked("Quel soir ? | Mardi | Jeudi | Vendredi");
        marc.votes(poll, 0);
        marc.votes(poll, 1);
        lea.votes(poll, 1);
        julie.votes(poll, 2);
        julie.votes(poll);
        julie.votes("p0", 2);

        closed(poll, "");

        assertThat(results()).hasSize(1);
        assertThat(results().getFirst()).contains("Résultat du sondage n° 1", "Quel soir ?", "Mardi : 0 (0 %)",
                "Jeudi : 2 (100 %)", "Vendredi : 0 (0 %)", "2 votants");
        Outgoing.File picture = house.channel().calls(group.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.File.class::isInstance).map(Outgoing.File.class::cast).toList().getFirst();
        assertThat(picture.picture()).isTrue();
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth()).isEqualTo(800);
    }

    @Test
    void whoeverVotesInWhateverOrderTheLastVotesAreCounted() {
        String poll = asked("multiple Lesquels ? | A | B | C");
        Random random = new Random(7);
        Map<Actor, List<Integer>> last = new HashMap<>();
        List<Actor> voters = List.of(claire, julie, marc, lea);
        for (int i = 0; i < 25; i++) {
            Actor voter = voters.get(random.nextInt(voters.size()));
            List<Integer> choices = random.ints(0, 3).distinct().limit(random.nextInt(3)).boxed().toList();
            last.put(voter, choices);
            voter.votes(poll, choices.toArray(Integer[]::new));
        }

        closed(poll, "");

        for (int option = 0; option < 3; option++) {
            int chosen = option;
            long expected = last.values().stream().filter(choices -> choices.contains(chosen)).count();
            assertThat(results().getFirst()).contains("ABC".charAt(option) + " : " + expected + " (");
        }
    }

    @Test
    void whatThePlatformCountedIsTold() {
        String poll = asked("anonyme Quel soir ? | Mardi | Jeudi");
        marc.votes(poll, 0);
        assertThat(rows("poll_vote")).isZero();

        closed(poll, "12,3;15");

        assertThat(results().getFirst()).contains("Mardi : 12 (80 %)", "Jeudi : 3 (20 %)", "15 votants");
    }

    @Test
    void aPollIsClosedOnceWhateverSaysSo() {
        String poll = asked("Quel soir ? | Mardi | Jeudi");
        closed(poll, "1,0;1");
        int said = house.channel().calls(group.address()).size();

        claire.replies(group, message(poll), "/cloturer");
        assertThat(claire.heard()).isEqualTo("Le sondage n° 1 est déjà clos.");
        claire.writes("/cloturer 1");
        assertThat(claire.heard()).isEqualTo("Le sondage n° 1 est déjà clos.");
        marc.votes(poll, 0);

        assertThat(house.channel().calls(group.address())).hasSize(said);
        assertThat(rows("poll_vote")).isZero();
    }

    @Test
    void whichPollIsMeantIsFoundOrAsked() {
        claire.writes("/cloturer");
        assertThat(claire.heard()).isEqualTo("Aucun sondage n’est ouvert.");
        claire.writes("/cloturer 4");
        assertThat(claire.heard()).isEqualTo("Il n’y a pas de sondage n° 4.");
        claire.writes("/cloturer celui-là");
        assertThat(claire.heard()).contains("/cloturer suivi du numéro");
        claire.replies(group, marc.says(group, "moi"), "/cloturer");
        assertThat(claire.heard()).contains("n’est pas un sondage que je connais");

        asked("Un ? | A | B");
        asked("Deux ? | A | B");
        claire.writes("/cloturer");
        assertThat(claire.heard()).contains("Lequel ?");
        assertThat(claire.buttons()).anyMatch(b -> b.endsWith("/cloturer 1")).anyMatch(b -> b.endsWith("/cloturer 2"));

        claire.presses(null, claire.buttons().getFirst());
        claire.writes("/cloturer");
        assertThat(results()).hasSize(2);
    }

    @Test
    void whereNoPictureMayBeSentTheWordsComeAlone() {
        String poll = asked("Quel soir ? | Mardi | Jeudi");
        house.channel().answers(group.address(), new Outcome.Sent("m" + poll, "1,0;1"),
                new Outcome.Refused("no media"));

        claire.replies(group, message(poll), "/cloturer");

        assertThat(house.publicTexts(group).getLast()).contains("Résultat du sondage n° 1", "Mardi : 1 (100 %)");
    }

    @Test
    void aLongResultIsSaidInFull() {
        String poll = asked("q".repeat(300) + " | " + "a".repeat(100) + " | " + "b".repeat(100) + " | "
                + "c".repeat(100) + " | " + "d".repeat(100) + " | " + "e".repeat(100) + " | " + "f".repeat(100)
                + " | " + "g".repeat(100) + " | " + "h".repeat(100));
        closed(poll, "1,0,0,0,0,0,0,2;3");

        assertThat(house.publicTexts(group).getLast()).contains("q".repeat(300), "h".repeat(100) + " : 2 (67 %)");
        assertThat(results()).containsExactly("Résultat du sondage n° 1");
    }

    @Test
    void aPollThatThePlatformRefusesIsToldToTheAnimatorAlone() {
        house.channel().answers(group.address(), new Outcome.Refused("polls off"));
        claire.replies(group, null, "/sondage Quoi ? | A | B");
        assertThat(claire.heard()).contains("n’a pas accepté le sondage n° 1");

        claire.writes("/cloturer 1");
        assertThat(claire.heard()).contains("clos, sans résultat");
    }

    @Test
    void aPlatformThatNeverTellsDoesNotKeepTheGroupWaiting() {
        String poll = asked("Quel soir ? | Mardi | Jeudi");
        marc.votes(poll, 1);
        String silent = asked("anonyme Secret ? | Oui | Non");
        house.channel().answers(group.address(), new Outcome.Refused("gone"), new Outcome.Refused("gone"));
        claire.replies(group, message(poll), "/cloturer");
        claire.replies(group, message(silent), "/cloturer");
        assertThat(results()).isEmpty();

        house.clock().advance(Duration.ofMinutes(11));
        house.ticks("polls");

        assertThat(results().getFirst()).contains("Jeudi : 1 (100 %)");
        assertThat(house.publicTexts(group).getLast()).contains("La plateforme ne m’a pas dit le résultat");
    }

    @Test
    void theResultBecomesADraftOnceWithoutNames() {
        String poll = asked("Rupture d’amoxicilline chez vous ? | Oui | Non");
        closed(poll, "3,1;4");
        assertThat(julie.heard()).contains("Le résultat du sondage n° 1").contains("aucun nom");
        assertThat(julie.buttons()).hasSize(3);

        julie.presses(null, julie.buttons().getFirst());
        assertThat(signal().text()).contains("Rupture d’amoxicilline", "Oui : 3 (75 %)", "Non : 1 (25 %)");
        assertThat(signal().kind()).isEqualTo(Kind.PROBLEM);
        assertThat(signal().holds()).isEmpty();
        assertThat(julie.heard()).contains("brouillon n° 1");

        julie.writes("/sondagebrouillon 1 f");
        assertThat(signal().kind()).isEqualTo(Kind.WEAK_SIGNAL);
        claire.writes("/sondagebrouillon 1 p");
        assertThat(claire.heard()).contains("réservée au correspondant");
        julie.writes("/ecarter 1");
        julie.writes("/sondagebrouillon 1 s");
        assertThat(signal().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void whatBecameOfTheResultIsNotCalledADraft() {
        String poll = asked("Rupture d’amoxicilline chez vous ? | Oui | Non");
        closed(poll, "3,1;4");
        julie.writes("/sondagebrouillon 1 p");
        julie.writes("/publier tout");
        assertThat(signal().status()).isEqualTo(Status.PUBLISHED);

        julie.writes("/sondagebrouillon 1 s");

        assertThat(julie.heard()).contains("a déjà été envoyé ou retiré (n° 1)").doesNotContain("est le brouillon");
        assertThat(signal().kind()).isEqualTo(Kind.PROBLEM);
    }

    @Test
    void inTheGroupAPollIsClosedInReplyToIt() {
        asked("Quel soir ? | Mardi | Jeudi");

        claire.replies(group, null, "/cloturer 1");

        assertThat(claire.heard()).contains("en réponse au message");
        assertThat(results()).isEmpty();
    }

    @Test
    void theJournalSaysWhichPollWasOpenedAndClosed() {
        String poll = asked("Quel soir ? | Mardi | Jeudi");
        closed(poll, "1,0;1");
        claire.replies(group, message(poll), "/cloturer");

        claire.writes("/journal");

        assertThat(claire.heard()).containsOnlyOnce("Claire a clos le sondage n° 1")
                .containsOnlyOnce("Claire a ouvert le sondage n° 1").doesNotContain("Quel soir");
    }

    @Test
    void aQuestionThatPointsToAPatientIsNotAsked() {
        claire.writes("/sondage Faut-il rappeler Mme Kerivel au 06 12 34 56 78 ? | Oui | Non");

        assertThat(house.channel().calls()).noneMatch(call -> call.outgoing().to().equals(group.address())
                && call.text().contains("Kerivel"));
        assertThat(claire.heard()).contains("un nom, un numéro de téléphone")
                .contains("/sondage Faut-il rappeler Mme [NOM] au [TÉL] ? | Oui | Non");
        assertThat(claire.heard()).doesNotContain("Kerivel").contains("/sondage tel");

        claire.writes("/sondage tel M. Kerivel, le plombier du cabinet, le garder ? | Oui | Non");
        assertThat(claire.heard()).doesNotContain("Je ne l’ai pas posée");
        claire.writes("/sondage tel Que faire pour M. Kerivel, né le 12/03/1946 ? | A | B");
        assertThat(claire.heard()).contains("Je ne l’ai pas posée").doesNotContain("/sondage tel,");
    }

    @Test
    void theDraftOfAResultIsScreenedAsAnyOther() {
        String poll = asked("Une place pour une dame de 94 ans ? | Oui | Non");
        closed(poll, "1,0;1");
        julie.writes("/sondagebrouillon 1 p");

        assertThat(signal().holds()).contains(Hold.PATIENT_DATA);
        assertThat(signal().text()).doesNotContain("94");
    }

    @Test
    void whatCannotBecomeADraftIsSaid() {
        asked("Quoi ? | A | B");
        julie.writes("/sondagebrouillon 1 p");
        assertThat(julie.heard()).contains("n’a pas de résultat");
        julie.writes("/sondagebrouillon 9 p");
        assertThat(julie.heard()).contains("pas de sondage n° 9");
        julie.writes("/sondagebrouillon un");
        assertThat(julie.heard()).contains("Écrivez par exemple");

        claire.replies(group, null, "/entraide");
        julie.writes("/sondagebrouillon 1 p");
        assertThat(julie.heard()).contains("rien n’y est collecté");
        assertThat(house.signals(group)).isEmpty();
    }
}
