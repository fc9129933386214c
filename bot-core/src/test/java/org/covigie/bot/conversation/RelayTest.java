package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.people.Address;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.Test;

class RelayTest extends RelayConversation {
    @Test
    void whatAMemberWritesGoesToEveryOtherMemberUnderNameAndProfession() {
        int before = marc.allHeard().size();

        says(marc, "Il manque des masques");

        assertThat(List.of(claire.heard(), julie.heard(), lea.heard()))
                .containsOnly("Marc (médecin): Il manque des masques");
        assertThat(marc.allHeard()).hasSize(before);
        Outgoing.Text copy = (Outgoing.Text) house.channel().calls(julie.address()).getLast().outgoing();
        assertThat(copy.text().marks()).containsExactly(new Rich.Mark(Rich.Style.BOLD, 0, 14, null));
    }

    @Test
    void whoeverIsOfNoKnownProfessionIsNamedAlone() {
        says(lea, "Bonsoir");

        assertThat(marc.heard()).isEqualTo("Léa: Bonsoir");
    }

    @Test
    void whoHasOnlyBeenEnrolledNeitherReadsNorIsReadBeforeTheCharter() {
        Actor paul = house.person("Paul");
        house.enrols(group, paul);

        says(marc, "Pour nous seuls");
        assertThat(paul.allHeard()).noneMatch(text -> text.contains("Pour nous seuls"));

        says(paul, "Bonjour, je suis Paul");
        assertThat(lea.allHeard()).noneMatch(text -> text.contains("je suis Paul"));
        assertThat(paul.heard()).contains("acceptez d’abord la charte");
        assertThat(paul.buttons()).anyMatch(data -> data.contains("/consentir"));

        paul.presses(null, paul.buttons().getFirst());
        assertThat(paul.allHeard()).anyMatch(text -> text.contains("Vous participez à"));
        says(paul, "Bonjour encore");
        assertThat(lea.heard()).isEqualTo("Paul: Bonjour encore");
    }

    @Test
    void aReplyToACopyIsTaggedAsIfItWereTheOriginal() {
        String copy = copyOf("Il manque des masques");

        julie.answers(copy, "/p");

        assertThat(house.signal(group)).satisfies(signal -> {
            assertThat(signal.kind()).isEqualTo(Kind.PROBLEM);
            assertThat(signal.text()).isEqualTo("Il manque des masques");
            assertThat(signal.authorProfession()).isEqualTo("PHYSICIAN");
            assertThat(signal.holds()).isEmpty();
        });
        assertThat(julie.heard()).isEqualTo("Noté : problème n° 1.");
        julie.answers(copy, "/annuler");
        assertThat(house.signal(group).status().name()).isEqualTo("DISCARDED");
    }

    @Test
    void aTagWithANumberTakesTheNextMessagesOfTheAuthorAsWell() {
        String copy = copyOf("Il manque des masques");
        says(lea, "Chez nous aussi");
        says(marc, "et des gants");

        julie.answers(copy, "/p 2");

        assertThat(house.signal(group).text()).isEqualTo("Il manque des masques\net des gants");
    }

    @Test
    void afterTheMemoryIsLostThePlatformIsAskedForTheWords() {
        String copy = "copy-" + house.nextId();
        nextCopy(julie, copy);
        String original = says(marc, "Plus de gants");
        house.get(Recent.class).forget(group.address(), original);
        house.channel().remembers(original, "Plus de gants");

        julie.answers(copy, "/s");

        assertThat(house.signal(group).text()).isEqualTo("Plus de gants");
    }

    @Test
    void theAuthorTakesAMessageBackByAnsweringTheOriginal() {
        String copy = "copy-" + house.nextId();
        nextCopy(julie, copy);
        String original = says(marc, "À retirer");
        julie.answers(copy, "/f");

        marc.answers(original, "/retirer");

        assertThat(house.signal(group).status().name()).isEqualTo("WITHDRAWN");
    }

    @Test
    void whoeverIsNoCorrespondentTagsNothingAndIsTold() {
        String copy = "copy-" + house.nextId();
        nextCopy(lea, copy);
        says(marc, "Il manque des masques");

        lea.answers(copy, "/p");

        assertThat(house.signals(group)).isEmpty();
        assertThat(lea.heard()).contains("réservée au correspondant");
    }

    @Test
    void aReplyShowsWhatItAnswers() {
        String copy = copyOf("Il manque des masques depuis lundi");

        julie.answers(copy, "Ici aussi");

        assertThat(marc.heard()).isEqualTo("> Marc: Il manque des masques depuis lundi\nJulie: Ici aussi");
        assertThat(lea.heard()).isEqualTo(marc.heard());
    }

    @Test
    void aLongTextComesInPartsThatEachNameTheAuthor() {
        says(marc, "mot ".repeat(600).strip());

        List<String> parts = lea.allHeard().stream().filter(text -> text.startsWith("Marc (médecin): ")).toList();
        assertThat(parts).hasSize(2).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(1600));
        assertThat(String.join(" ", parts).split("mot", -1)).hasSize(601);
    }

    @Test
    void whatComesWithAMessageIsPassedOnWithTheTextOnTheFirst() {
        says(marc, "Deux photos", List.of(new Attachment("a", "image/jpeg"), new Attachment("b", "image/jpeg")));

        List<Outgoing.Media> media = house.channel().calls(lea.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.Media.class::isInstance).map(Outgoing.Media.class::cast).toList();
        assertThat(media).extracting(one -> one.caption().text()).containsExactly("Marc (médecin): Deux photos",
                "Marc (médecin)");
        assertThat(media).extracting(one -> one.attachment().reference()).containsExactly("a", "b");
    }

    @Test
    void aSoundComesAfterATextThatNamesItsAuthor() {
        says(marc, "", List.of(new Attachment("a", "audio/ogg")));

        assertThat(house.channel().calls(lea.address())).extracting(TestChannel.Call::outgoing)
                .filteredOn(one -> one instanceof Outgoing.Media
                        || one instanceof Outgoing.Text text && text.text().text().equals("Marc (médecin)"))
                .hasSize(2).last().isEqualTo(new Outgoing.Media(lea.address(), new Attachment("a", "audio/ogg"),
                        Rich.plain("")));
    }

    @Test
    void whatIsKeptAboutSomebodyIsToldInTheTextAlone() {
        marc.writes("/mesdonnees");

        assertThat(marc.allHeard()).anySatisfy(text -> assertThat(text).contains("Votre nom affiché", "Marc"));
        assertThat(house.channel().calls(marc.address())).extracting(TestChannel.Call::outgoing)
                .noneMatch(Outgoing.File.class::isInstance);
    }

    @Test
    void whoeverIsMutedHearsTheBotAndNobodyElse() {
        says(lea, "/muet");
        assertThat(lea.heard()).contains("muet");
        says(marc, "Bruit");
        assertThat(lea.heard()).doesNotContain("Bruit");
        claire.writes("/sondage Quel soir ? | Mardi | Jeudi");
        assertThat(lea.heard()).contains("Quel soir ?");

        says(lea, "/muet");
        says(marc, "De nouveau");
        assertThat(lea.heard()).isEqualTo("Marc (médecin): De nouveau");
    }

    @Test
    void inSeveralGroupsOneSaysOnceWhichIsMeantAndAReplyGoesToItsOwn() {
        Chat other = house.hosted("Soignants du Mont " + house.nextId(), Hosting.RELAYED, null, marc);
        Actor rose = house.person("Rose");
        house.enrols(other, rose);
        signs(other, rose);
        signs(other, marc);
        house.get(org.covigie.bot.people.People.class).chooses(id(marc), null);

        says(marc, "Pour qui ?");
        assertThat(rose.allHeard()).noneMatch(text -> text.contains("Pour qui ?"));
        assertThat(lea.allHeard()).noneMatch(text -> text.contains("Pour qui ?"));
        assertThat(marc.heard()).contains("plusieurs groupes").contains("de nouveau");

        marc.presses(null, "/ici " + house.id(other));
        says(marc, "Pour le Mont");
        assertThat(rose.heard()).endsWith("Pour le Mont");
        assertThat(lea.heard()).doesNotContain("Pour le Mont");

        String copy = "copy-" + house.nextId();
        nextCopy(marc, copy);
        says(lea, "Du Val");
        marc.answers(copy, "Réponse au Val");
        assertThat(lea.heard()).endsWith("Réponse au Val");
        assertThat(rose.heard()).doesNotContain("Réponse");
    }

    @Test
    void aReplyToSeveralCopiesInOneMessageAsksWhich() {
        String joined = "joined-" + house.nextId();
        house.channel().answers(julie.address(), new org.covigie.bot.messaging.Outcome.Sent(joined),
                new org.covigie.bot.messaging.Outcome.Sent(joined));
        says(marc, "Premier");
        says(lea, "Second");

        julie.answers(joined, "/p");
        assertThat(house.signals(group)).isEmpty();
        assertThat(julie.heard()).contains("plusieurs");

        julie.presses(null, julie.buttons().getFirst());
        assertThat(house.signal(group).text()).isEqualTo("Premier");
    }

    @Test
    void aWeekLaterAReplyFindsNothingAnyMore() {
        String copy = copyOf("Vieux");
        house.clock().advance(java.time.Duration.ofDays(7).plusHours(2));
        house.ticks("relay-retention");

        julie.answers(copy, "/p");

        assertThat(house.signals(group)).isEmpty();
        assertThat(julie.heard()).contains("en réponse au message");
    }

    @Test
    void whoeverLeavesReadsNothingMoreAndTheAnimatorIsTold() {
        says(lea, "/quitter");
        assertThat(lea.heard()).startsWith("Quitter « " + group.title() + " » ?");
        says(marc, "Encore là");
        assertThat(lea.heard()).endsWith("Encore là");
        lea.presses(group, "/quitter oui");

        assertThat(lea.heard()).contains("Vous avez quitté");
        assertThat(claire.heard()).contains("Léa a quitté");
        says(marc, "Après son départ");
        assertThat(lea.heard()).doesNotContain("Après");
        says(lea, "Suis-je encore là ?");
        assertThat(marc.heard()).doesNotContain("encore là");
    }

    @Test
    void aSupportGroupRelaysAndCollectsNothing() {
        claire.writes("/entraide");
        String copy = copyOf("Journée difficile");

        assertThat(lea.heard()).endsWith("Journée difficile");
        julie.answers(copy, "/p");
        assertThat(house.signals(group)).isEmpty();
    }

    @Test
    void whatTheBotSaysToTheGroupReachesEachMemberOnce() {
        claire.writes("/rappel");

        List<Address> told = house.channel().calls().stream().filter(call -> call.text().equals(marc.heard()))
                .map(call -> call.outgoing().to()).filter(to -> List.of(claire.address(), julie.address(),
                        marc.address(), lea.address()).contains(to))
                .toList();
        assertThat(told).containsExactlyInAnyOrder(claire.address(), julie.address(), marc.address(), lea.address());
        assertThat(house.channel().calls()).noneMatch(
                call -> call.outgoing().to().id().startsWith(org.covigie.bot.messaging.Channel.HOSTED_GROUP));
    }

    @Test
    void aCommandIsNeverPassedOn() {
        int before = lea.allHeard().size();
        says(marc, "/aide");
        says(marc, "/nimporte quoi");

        assertThat(lea.allHeard()).hasSize(before);
    }

    @Test
    void anybodyOpensAGroupAndHearsWhatComesNextInOneMessage() {
        Actor rose = house.person("Rose");
        String name = "Nouveau " + house.nextId();
        rose.writes("/relaye " + name);

        assertThat(rose.allHeard()).hasSize(1);
        assertThat(rose.heard()).contains("« " + name + " » est ouvert").contains("/invitation");
        assertThat(rose.buttons()).anyMatch(data -> data.contains("/consentir"));
        rose.writes("/relaye " + name);
        assertThat(rose.heard()).contains("Vous êtes déjà dans un groupe");
        rose.writes("/relaye");
        assertThat(rose.heard()).contains("Quel nom");
        rose.writes("/relaye " + "x".repeat(61));
        assertThat(rose.heard()).contains("trop long");
        assertThat(house.get(Groups.class).all(0, 1).getFirst().hosting()).isEqualTo(Hosting.RELAYED);
    }

    @Test
    void nobodyOpensMoreThanTwentyGroupsADay() {
        Actor rose = house.person("Rose");
        for (int i = 1; i <= 20; i++) {
            rose.writes("/relaye Groupe " + i + " " + house.nextId());
        }
        assertThat(rose.heard()).contains("est ouvert");

        rose.writes("/relaye Un de trop");
        assertThat(rose.heard()).isEqualTo("Vous avez ouvert 20 groupes depuis hier : attendez demain pour en ouvrir "
                + "un autre.");
        rose.writes("/compagnon Un de trop https://chat.example/Rose" + house.nextId());
        assertThat(rose.heard()).startsWith("Vous avez ouvert 20 groupes");

        house.clock().advance(java.time.Duration.ofDays(1));
        rose.writes("/relaye Le lendemain " + house.nextId());
        assertThat(rose.heard()).contains("est ouvert");
    }

    @Test
    void anAnswerToNothingThatIsRememberedReachesNobodyAndItsWriterIsTold() {
        int before = lea.allHeard().size();
        marc.answers("no-copy-of-ours", "infirmière libérale");

        assertThat(marc.heard()).contains("rien n’a été transmis");
        assertThat(lea.allHeard()).hasSize(before);
    }

    @Test
    void anAnimatorWithoutAnHeirHandsOverBeforeLeaving() {
        claire.writes("/correspondant - @julie");
        says(claire, "/quitter");

        assertThat(claire.heard()).contains("/animateur");
        assertThat(house.get(org.covigie.bot.groups.Groups.class).animator(house.id(group))).isPresent();
    }

    @Test
    void theStateOfTheGroupSaysWhoCannotBeReachedNowAndWhy() {
        house.get(org.covigie.bot.messaging.Outbox.class).stop(lea.address());
        house.clock().advance(java.time.Duration.ofHours(25));
        house.get(org.covigie.bot.messaging.Outbox.class).heard(claire.address(), house.clock().instant());

        claire.writes("/groupe");

        assertThat(claire.heard()).contains("Ont arrêté tous les envois : 1 (n° " + number(lea) + ")")
                .contains("À joindre seulement quand ils auront écrit : 2 (n° " + number(julie) + ", " + number(marc)
                        + ")");
        assertThat(claire.heard()).doesNotContain("(n° " + number(claire) + ")");
    }

    private int number(Actor actor) {
        return house.get(Groups.class).member(house.id(group), id(actor)).orElseThrow().number();
    }
}
