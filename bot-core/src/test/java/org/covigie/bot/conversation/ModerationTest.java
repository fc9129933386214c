package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Words;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;

class ModerationTest extends Conversation {
    @Test
    void theAnimatorRemindsTheGroupOfTheRules() {
        claire.replies(group, null, "/rappel");

        assertThat(house.publicTexts(group).getLast()).contains("Quelques règles", "Aucune donnée de patient");
        julie.replies(group, null, "/rappel");
        assertThat(julie.heard()).contains("réservée à l’animateur");
        claire.writes("/rappel");
        assertThat(claire.heard()).contains("s’écrit dans le groupe");
    }

    @Test
    void anAuthorIsRemindedAloneAndNobodyIsNamed() {
        marc.writes("/start");
        int before = house.publicTexts(group).size();

        claire.replies(group, marc.says(group, "Mme Kerivel va mieux"), "/rappel");

        assertThat(marc.heard()).contains("Un de vos messages", group.title(), "Aucune donnée de patient")
                .doesNotContain("Claire", "Kerivel");
        assertThat(claire.heard()).contains("prévenu en privé");
        assertThat(house.publicTexts(group)).hasSize(before);

        claire.replies(group, lea.says(group, "moi aussi"), "/rappel");
        assertThat(lea.heard()).contains("Un de vos messages");
        assertThat(house.publicTexts(group)).hasSize(before);
    }

    @Test
    void whereThereIsNoAuthorToRemindASentenceSaysSo() {
        claire.replies(group, by(new Sender(TestChannel.chat("99"), Words.NONE, null, null, true, false)), "/rappel");
        assertThat(claire.heard()).contains("/relancer");
        claire.replies(group, by(new Sender(group.address(), Words.NONE, null, null, false, true)), "/rappel");
        assertThat(claire.heard()).contains("n’a pas d’auteur");
        claire.replies(group, claire.says(group, "bonjour"), "/rappel");
        assertThat(claire.heard()).contains("votre propre message");
    }

    @Test
    void aMemberPointsAMessageOutToTheAnimator() {
        claire.replies(group, null, "/entraide");
        Quoted message = marc.says(group, "Mon patient du 12 rue des Lilas");

        lea.replies(group, message, "/alerter");

        List<TestChannel.Call> told = house.channel().calls(claire.address());
        assertThat(told.get(told.size() - 2).text())
                .isEqualTo("Léa vous signale un message dans « " + group.title() + " ».");
        assertThat(told.getLast().outgoing())
                .isEqualTo(new Outgoing.Forward(claire.address(), group.address(), message.message()));
        assertThat(lea.heard()).contains("C’est transmis");
        assertThat(house.signals(group)).isEmpty();
    }

    @Test
    void whatTheGroupDoesNotLetBeForwardedIsLinked() {
        Quoted message = marc.says(group, "à voir");
        house.channel().answers(claire.address(), new Outcome.Sent("1"), new Outcome.Refused("protected"));

        lea.replies(group, message, "/flag");

        assertThat(claire.heard()).contains("ne me laisse pas transférer");
        assertThat(house.channel().calls(claire.address()).getLast().outgoing())
                .isInstanceOfSatisfying(Outgoing.Text.class, text -> assertThat(text.rows()).isNotEmpty());
    }

    @Test
    void nobodyPointsOutWithoutEnd() {
        Quoted message = marc.says(group, "encore");
        for (int i = 0; i < 5; i++) {
            lea.replies(group, message, "/alerter");
        }
        assertThat(forwards()).isEqualTo(5);

        lea.replies(group, message, "/alerter");
        assertThat(forwards()).isEqualTo(5);
        assertThat(lea.heard()).contains("cinq messages en une heure");
        julie.replies(group, message, "/alerter");
        assertThat(forwards()).isEqualTo(6);

        house.clock().advance(Duration.ofMinutes(61));
        lea.replies(group, message, "/alerter");
        assertThat(forwards()).isEqualTo(7);
    }

    @Test
    void theAnimatorNeedsNobodyToPointOutAnything() {
        claire.replies(group, marc.says(group, "oh"), "/alerter");
        assertThat(claire.heard()).contains("C’est vous qui animez");
        lea.replies(group, null, "/alerter");
        assertThat(lea.heard()).contains("en réponse au message");
        assertThat(forwards()).isZero();
    }

    @Test
    void aMemberIsRemovedAfterAConfirmationAndHearsOfIt() {
        marc.writes("/start");
        marc.replies(group, null, "/groupe");

        claire.replies(group, marc.says(group, "…"), "/exclure");
        assertThat(claire.heard()).contains("Exclure Marc de « " + group.title() + " » ?");
        assertThat(removals()).isEmpty();
        claire.presses(null, claire.buttons().getFirst());

        assertThat(removals()).containsExactly(new Outgoing.Removal(group.address(), marc.address(), true));
        assertThat(claire.heard()).contains("Marc est exclu");
        assertThat(marc.heard()).contains("a mis fin à votre participation", "/mesdonnees", "/oubliezmoi")
                .doesNotContain("Claire");
        assertThat(here(marc)).isFalse();
        assertThat(journal()).first()
                .satisfies(entry -> assertThat(entry.what()).isEqualTo("removed"))
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo(id(marc)));
        assertThat(house.publicTexts(group)).noneMatch(text -> text.contains("Marc"));
    }

    @Test
    void theConfirmationPressedTwiceRemovesOnce() {
        String yes = confirmation(marc);
        claire.presses(null, yes);
        claire.presses(null, yes);

        assertThat(removals()).hasSize(1);
        assertThat(claire.heard()).contains("n’est plus dans ce groupe");
        claire.writes("/exclure " + number(marc));
        assertThat(claire.heard()).doesNotContain("Exclure Marc");
        assertThat(here(marc)).isFalse();
    }

    @Test
    void withinTheHourItIsUndone() {
        marc.writes("/start");
        claire.presses(null, confirmation(marc));
        String undo = claire.buttons().getFirst();
        house.clock().advance(Duration.ofMinutes(59));

        claire.presses(null, undo);

        assertThat(removals()).extracting(Outgoing.Removal::removed).containsExactly(true, false);
        assertThat(claire.heard()).contains("L’exclusion de Marc est annulée");
        assertThat(marc.heard()).contains("revenu sur sa décision");
        assertThat(journal().getFirst().what()).isEqualTo("removal-undone");

        claire.presses(null, undo);
        assertThat(removals()).hasSize(2);
        assertThat(claire.heard()).contains("pas d’exclusion de Marc à annuler");
    }

    @Test
    void afterTheHourItIsTooLate() {
        claire.presses(null, confirmation(marc));
        house.clock().advance(Duration.ofMinutes(61));

        claire.presses(null, claire.buttons().getFirst());

        assertThat(removals()).hasSize(1);
        assertThat(claire.heard()).contains("L’heure est passée");
    }

    @Test
    void whatThePlatformRefusesIsToldToTheAnimatorAndNotToTheMember() {
        marc.writes("/start");
        String yes = confirmation(marc);
        house.channel().answers(group.address(), new Outcome.Refused("not enough rights"));

        claire.presses(null, yes);

        assertThat(claire.heard()).contains("ne me laisse pas exclure Marc").contains("rien n’a changé");
        assertThat(marc.allHeard()).noneMatch(text -> text.contains("mis fin"));
        assertThat(here(marc)).isTrue();
        assertThat(journal()).noneMatch(entry -> entry.what().equals("removed") || entry.what().equals("left"));
        marc.writes("/mesdonnees");
        assertThat(marc.allHeard()).noneMatch(text -> text.contains("exclu(e)"));
        claire.writes("/exclure " + number(marc) + " annuler");
        assertThat(claire.heard()).contains("pas d’exclusion de Marc à annuler");

        claire.presses(null, yes);
        assertThat(here(marc)).isFalse();
        assertThat(marc.heard()).contains("mis fin");
    }

    @Test
    void untilThePlatformHasPutThemOutTheMemberIsOneAndIsAskedForOnce() {
        marc.writes("/start");
        String yes = confirmation(marc);
        house.channel().answers(group.address(), new Outcome.Unknown("time-out"));

        claire.presses(null, yes);
        claire.presses(null, yes);

        assertThat(removals()).hasSize(1);
        assertThat(kept()).isEqualTo(1);
        assertThat(here(marc)).isTrue();
        marc.leaves(group, 3);
        assertThat(here(marc)).isFalse();
    }

    @Test
    void nobodyIsRemovedByTheWrongHandOrByMistake() {
        claire.writes("/exclure @claire");
        assertThat(claire.heard()).contains("s’exclure soi-même");
        claire.writes("/exclure 1 oui");
        assertThat(claire.heard()).contains("s’exclure soi-même");
        claire.writes("/exclure 99 oui");
        assertThat(claire.heard()).contains("pas de membre n° 99");
        claire.writes("/exclure @personne");
        assertThat(claire.heard()).contains("Je ne connais pas cette personne");
        claire.writes("/exclure");
        assertThat(claire.heard()).contains("De qui s’agit-il");
        claire.replies(group, by(new Sender(TestChannel.chat("99"), Words.NONE, null, null, true, false)), "/exclure");
        assertThat(claire.heard()).contains("message d’un robot");
        claire.writes("/exclure 1 annuler");
        assertThat(claire.heard()).contains("pas d’exclusion");

        julie.replies(group, marc.says(group, "…"), "/exclure");
        assertThat(julie.heard()).contains("réservée à l’animateur");
        julie.presses(null, "g" + house.id(group) + " /exclure 1 oui");
        assertThat(journal()).filteredOn(entry -> entry.what().equals("refused")).hasSize(1);
        assertThat(removals()).isEmpty();
    }

    @Test
    void whereThePlatformPutsNobodyOutTheMemberIsStillToldAndGone() {
        marc.writes("/start");
        String yes = confirmation(marc);
        house.channel().can(new Capabilities(4096, 8, true, true, true, false, null,
                Duration.ZERO, 0, 0));
        try {
            claire.presses(null, yes);
            assertThat(removals()).isEmpty();
            assertThat(marc.heard()).contains("mis fin à votre participation");
            assertThat(here(marc)).isFalse();
        } finally {
            house.channel().can(new Capabilities(4096, 8, true, true, true, true, null,
                    Duration.ZERO, 0, 0));
        }
    }

    @Test
    void whatIsKeptOfARemovalIsShownErasedAndForgottenAfterThirtyDays() {
        marc.writes("/start");
        claire.presses(null, confirmation(marc));
        claire.presses(null, confirmation(lea));
        marc.writes("/mesdonnees");
        assertThat(marc.allHeard()).anyMatch(text -> text.contains("Vous avez été exclu(e) de « " + group.title()));
        claire.writes("/mesdonnees");
        assertThat(claire.allHeard()).anyMatch(text -> text.contains("Exclusions que vous avez décidées : 2"));

        marc.writes("/oubliezmoi oui");
        assertThat(kept()).isEqualTo(1);
        house.clock().advance(Duration.ofDays(31));
        house.ticks("removal-retention");
        assertThat(kept()).isZero();
    }

    private String confirmation(Actor member) {
        claire.replies(group, member.says(group, "…"), "/exclure");
        return claire.buttons().getFirst();
    }

    private Quoted by(Sender author) {
        return new Quoted(house.nextId(), author, Words.NONE, house.clock().instant(), null, false, false, false,
                false, List.of());
    }

    private List<Outgoing.Removal> removals() {
        return house.channel().calls(group.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.Removal.class::isInstance).map(Outgoing.Removal.class::cast).toList();
    }

    private long forwards() {
        return house.channel().calls(claire.address()).stream()
                .filter(call -> call.outgoing() instanceof Outgoing.Forward).count();
    }

    private List<Journal.Entry> journal() {
        return house.get(Journal.class).latest(house.id(group), 20, 0);
    }

    private long id(Actor member) {
        return house.get(People.class).find(member.address()).orElseThrow().id();
    }

    private int number(Actor member) {
        return house.get(Groups.class).member(house.id(group), id(member)).orElseThrow().number();
    }

    private boolean here(Actor member) {
        return house.get(Roles.class).of(id(member)).stream().map(Membership::group)
                .anyMatch(info -> info.id() == house.id(group));
    }

    private long kept() {
        return house.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select count(*) from removal where group_id = :group").param("group", house.id(group))
                .query((row, n) -> row.getLong(1)).single();
    }
}
