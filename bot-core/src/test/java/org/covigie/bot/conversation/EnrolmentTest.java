package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.covigie.bot.enrolment.Door;
import org.covigie.bot.enrolment.EnrolmentDocument;
import org.covigie.bot.enrolment.EnrolmentStatus;
import org.covigie.bot.enrolment.Enrolments;
import org.covigie.bot.groups.Consent;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EnrolmentTest extends EverywhereConversation {
    @SuppressWarnings("NullAway.Init")
    Actor nora;

    @BeforeEach
    void aCandidate() {
        nora = house.person("Nora");
    }

    @Test
    void aCandidateWhoAsksIsGreetedAtOnceAndTheAnimatorSeesTheRequest() {
        asks(12);

        assertThat(nora.heard()).contains("transmise à l’animateur").contains("Acceptez-vous cette charte");
        assertThat(claire.heard()).contains("Demande n° 1").contains("Nora").contains("pas encore donné")
                .contains(hosted ? "4 sur 60" : "12 sur 60");
        assertThat(claire.buttons()).contains(command("/accepter 1"), command("/refuser 1"), command("/attente 1"));
        assertThat(request().status()).isEqualTo(EnrolmentStatus.REQUESTED);
        assertThat(request().door()).isEqualTo(hosted ? Door.PRIVATE : Door.JOIN_REQUEST);
    }

    @Test
    void theAnswersAreTakenByButtonsAndOutliveTheQuestion() {
        asks(12);
        answers("charte oui");
        assertThat(nora.heard()).contains("profession");
        answers("metier NURSE");
        assertThat(nora.heard()).contains("région");
        answers("region PAYS_DE_LA_LOIRE");
        assertThat(nora.buttons()).anyMatch(data -> data.endsWith("dep 44"));
        answers("dep 44");
        assertThat(nora.heard()).contains("RPPS");
        answers("rpps 10000000018");
        assertThat(nora.heard()).contains("pas un numéro RPPS");
        nora.writes("1000 0000 017");
        if (hosted) {
            answers("nom -");
        }
        assertThat(nora.heard()).contains("tout est complet");

        assertThat(claire.allHeard()).filteredOn(text -> text.contains("Demande n° 1")).hasSize(2);
        if (!hosted) {
            // the animator sees it where the request stands, without another message
            assertThat(house.channel().calls(claire.address()).getLast().outgoing()).isInstanceOf(Outgoing.Edit.class);
            assertThat(claire.heard()).contains("infirmier").contains("44");
        }
        claire.presses(null, command("/demandes"));
        assertThat(claire.heard()).contains("infirmier").contains("44").contains("RPPS : donné").contains("accord");
        assertThat(everythingStored()).doesNotContain("10000000017");
    }

    @Test
    void whatIsTypedInsteadOfPressedIsUnderstood() {
        asks(12);
        answers("charte sans");
        nora.writes("Sage-femme");
        nora.writes("2a");
        nora.presses(null, "/candidature " + request().id() + " rpps -");

        assertThat(request().profession()).isEqualTo("MIDWIFE");
        assertThat(request().department()).isEqualTo("2A");
    }

    @Test
    void approvalOpensTheDoorAndMakesAMemberWithTheAnswersGiven() {
        asks(12);
        answers("charte oui");
        answers("metier PHARMACIST");
        answers("dep 49");
        claire.presses(null, command("/accepter 1"));

        letIn();
        assertThat(nora.allHeard()).anyMatch(text -> text.contains(hosted ? "Vous participez" : "est acceptée"));
        Person person = person(nora);
        assertThat(person.profession()).isEqualTo("PHARMACIST");
        assertThat(person.department()).isEqualTo("49");
        assertThat(house.get(Groups.class).member(house.id(group), person.id()).orElseThrow().consent())
                .isEqualTo(Consent.GIVEN);

        if (!hosted) {
            nora.comesInto(group, claire, true, 13);
        }
        assertThat(request().status()).isEqualTo(EnrolmentStatus.APPROVED);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void approvedBeforeTheCharterSheIsInWithConsentPendingAndAskedAgain() {
        asks(12);
        claire.writes("/accepter 1");

        assertThat(house.get(Groups.class).member(house.id(group), person(nora).id()).orElseThrow().consent())
                .isEqualTo(Consent.PENDING);
        assertThat(nora.heard()).contains("Bienvenue").contains("Acceptez-vous cette charte");
        answers("charte oui");
        assertThat(house.get(Groups.class).member(house.id(group), person(nora).id()).orElseThrow().consent())
                .isEqualTo(Consent.GIVEN);
    }

    @Test
    void theCandidateHearsTheRefusalBeforeTheDoorShuts() {
        onlyInAGroupOfThePlatforms("a door that shuts");
        asks(12);
        claire.writes("/refuser 1 groupe réservé au Val");

        assertThat(nora.heard()).contains("n’a pas retenu").contains("groupe réservé au Val");
        List<Outgoing> calls = house.channel().calls().stream().map(TestChannel.Call::outgoing).toList();
        int told = lastIndex(calls, call -> call instanceof Outgoing.Text text && text.to().equals(nora.address()));
        int shut = lastIndex(calls, call -> call instanceof Outgoing.Admission admission && !admission.admitted());
        assertThat(shut).isGreaterThan(told);
        assertThat(everythingStored()).doesNotContain("réservé au Val");
    }

    @Test
    void aCandidateWhoCannotBeToldIsTurnedDownAllTheSame() {
        onlyInAGroupOfThePlatforms("a door that shuts");
        asks(12);
        house.channel().answers(nora.address(), new Outcome.Gone("blocked"));
        claire.writes("/refuser 1");

        assertThat(admissions()).contains(new Outgoing.Admission(group.address(), nora.address(), false));
    }

    @Test
    void onlyTheAnimatorOrADeputyDecides() {
        asks(12);
        int before = journal().size();
        for (Actor other : List.of(julie, marc, nora)) {
            other.presses(null, command("/accepter 1"));
            assertThat(other.heard()).contains("réservée à l’animateur");
        }
        assertThat(request().status()).isEqualTo(EnrolmentStatus.REQUESTED);
        assertThat(admissions()).isEmpty();
        assertThat(journal()).hasSize(before + 3);
        assertThat(journal().getFirst().what()).isEqualTo("refused");
    }

    @Test
    void aDecisionIsMadeOnceAndALatePressChangesNothing() {
        asks(12);
        claire.presses(null, command("/refuser 1"));
        claire.presses(null, command("/accepter 1"));

        assertThat(claire.heard()).contains("déjà refusée").contains("Claire").contains("Rien n’est changé");
        assertThat(request().status()).isEqualTo(EnrolmentStatus.DECLINED);
        assertThat(journal().getFirst().what()).isEqualTo("stale");
    }

    @Test
    void aFullGroupTakesNobodyAndSaysTheNumbers() {
        asks(60);
        claire.writes("/accepter 1");

        assertThat(claire.heard()).contains("complet")
                .contains(hosted ? "4 places prises sur 4" : "60 places prises sur 60");
        assertThat(request().status()).isEqualTo(EnrolmentStatus.REQUESTED);
        claire.presses(null, command("/attente 1"));
        assertThat(request().status()).isEqualTo(EnrolmentStatus.WAITING_LIST);
        assertThat(nora.heard()).contains("liste d’attente");
    }

    @Test
    void moreRoomTellsTheAnimatorWhoWaitsAndLetsNobodyIn() {
        asks(60);
        claire.writes("/attente 1");
        claire.writes("/limite 65");

        assertThat(claire.allHeard()).anyMatch(text -> text.contains("65 places. Demandes qui attendent : 1"));
        assertThat(request().status()).isEqualTo(EnrolmentStatus.WAITING_LIST);
        claire.writes("/accepter 1");
        assertThat(request().status()).isEqualTo(EnrolmentStatus.APPROVED);
    }

    @Test
    void aCandidateGoesToALocalGroupWithTheAnswersGiven() {
        org.covigie.bot.testing.Chat local = aGroup("Antenne " + house.nextId(), claire);
        in(group);
        claire.replies(group, null, "/antenne " + local.title());
        asks(60);
        answers("charte oui");
        answers("metier NURSE");
        claire.presses(null, command("/orienter 1 " + house.id(local)));

        assertThat(request().status()).isEqualTo(EnrolmentStatus.DECLINED);
        assertThat(nora.allHeard()).anyMatch(text -> text.contains("transmise à « " + local.title()));
        EnrolmentDocument there = house.get(Enrolments.class).find(null, 0, 50).items().stream()
                .filter(one -> one.group().id() == house.id(local)).findFirst().orElseThrow();
        assertThat(there.status()).isEqualTo(EnrolmentStatus.REQUESTED);
        assertThat(there.profession()).isEqualTo("NURSE");
        assertThat(claire.heard()).contains(local.title());
    }

    @Test
    void aDeputyDecidesAndTheJournalSaysWho() {
        if (hosted) {
            claire.writes("/adjoint 3");
        } else {
            claire.replies(group, marc.says(group, "Bonjour"), "/adjoint");
            marc.writes("/start");
        }
        asks(12);
        assertThat(marc.allHeard()).anyMatch(text -> text.contains("Demande n° 1"));
        marc.presses(null, command("/accepter 1"));

        assertThat(request().status()).isEqualTo(EnrolmentStatus.APPROVED);
        if (!hosted) {
            // the animator's own card says so by itself
            assertThat(claire.heard()).contains("Acceptée par Marc");
            assertThat(claire.buttons()).isEmpty();
        }
        claire.presses(null, command("/refuser 1"));
        assertThat(claire.heard()).contains("déjà acceptée, par Marc");
    }

    @Test
    void fromNineTenthsOnTheAnimatorGetsOnePlan() {
        onlyInAGroupOfThePlatforms("people whom the platform counts");
        nora.comesInto(group, claire, false, 54);
        house.person("Paul").comesInto(group, claire, false, 55);

        assertThat(claire.allHeard()).filteredOn(text -> text.contains("54 personnes sur 60")).hasSize(1);
        assertThat(claire.allHeard()).noneMatch(text -> text.contains("55 personnes"));
    }

    @Test
    void somebodyLetInOnThePlatformsOwnScreenIsRecordedAndTheAnimatorTold() {
        onlyInAGroupOfThePlatforms("a screen of its own");
        asks(12);
        nora.comesInto(group, marc, true, 13);

        assertThat(request().status()).isEqualTo(EnrolmentStatus.APPROVED);
        assertThat(claire.heard()).contains("par un administrateur, sans passer par vous");
        assertThat(journal()).anyMatch(entry -> entry.what().equals("outside"));
    }

    @Test
    void somebodyAddedByHandIsAMemberWithTheCharterToAccept() {
        onlyInAGroupOfThePlatforms("adding by hand");
        nora.comesInto(group, marc, false, 13);

        assertThat(request().door()).isEqualTo(Door.ADDED);
        assertThat(nora.heard()).contains("charte");
        assertThat(nora.buttons()).contains(command("/consentir 1"));
        assertThat(claire.heard()).contains("ajouté");

        nora.comesInto(group, marc, false, 13);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aCodeBroughtInPrivateIsARequestAndApprovalGivesAPersonalLink() {
        onlyInAGroupOfThePlatforms("personal links");
        claire.writes("/invitation");
        assertThat(claire.heard()).contains("https://t.example/+invite").contains("code");
        nora.writes("/start " + code());

        assertThat(nora.heard()).contains("transmise à l’animateur");
        assertThat(request().door()).isEqualTo(Door.PRIVATE);
        claire.writes("/accepter 1");
        String link = nora.heard().substring(nora.heard().indexOf("https://"));
        assertThat(nora.heard()).contains("valable 7 jours");

        nora.asksToJoin(group, link, 12);
        assertThat(admissions()).containsExactly(new Outgoing.Admission(group.address(), nora.address(), true));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aWrongCodeAndOneThatIsWorthlessGetTheSameSentence() {
        claire.writes("/invitation");
        String old = code();
        claire.writes("/invitation nouvelle");
        nora.writes("/rejoindre " + old);
        String worthless = nora.heard();
        nora.writes("/rejoindre ZZZZZZZZ");

        assertThat(nora.heard()).isEqualTo(worthless).contains("pas, ou plus, valable");
        assertThat(requests()).isEmpty();
    }

    @Test
    void theInvitationIsAPictureThatAPhoneReads() throws Exception {
        claire.writes("/invitation");
        Outgoing.File file = house.channel().calls(claire.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.File.class::isInstance).map(Outgoing.File.class::cast).findFirst().orElseThrow();
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(file.bytes()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        String read = new com.google.zxing.qrcode.QRCodeReader().decode(new com.google.zxing.BinaryBitmap(
                new com.google.zxing.common.HybridBinarizer(
                        new com.google.zxing.RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();

        assertThat(read).startsWith(hosted ? "https://bot.example/join?" : "https://t.example/+invite");
        assertThat(file.caption().text()).contains(read);
    }

    @Test
    void withoutTheRightToInviteTheAnimatorLearnsWhatIsMissing() {
        onlyInAGroupOfThePlatforms("rights");
        house.channel().answers(group.address(), new Outcome.Refused("not-enough-rights"));
        claire.writes("/invitation");

        assertThat(claire.heard()).contains("droit d’inviter").contains("https://bot.example/join?");
    }

    @Test
    void aProposedPersonIsLetInWhenTheyCome() {
        onlyInAGroupOfThePlatforms("a door at which one asks");
        marc.replies(group, null, "/proposer @nora");
        assertThat(marc.heard()).contains("transmis à l’animateur");
        assertThat(claire.heard()).contains("@nora").contains("Proposée par Marc");
        claire.writes("/accepter 1");
        assertThat(marc.heard()).contains("Transmettez ce lien");

        nora.asksToJoin(group, "https://another.example/link", 12);
        assertThat(admissions()).containsExactly(new Outgoing.Admission(group.address(), nora.address(), true));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aPersonalLinkLetsInWhoeverItWasHandedToOnce() {
        onlyInAGroupOfThePlatforms("personal links");
        marc.replies(group, null, "/proposer +33 6 39 98 12 34");
        claire.writes("/accepter 1");
        String link = marc.heard().substring(marc.heard().indexOf("https://")).strip();
        nora.asksToJoin(group, link, 12);
        assertThat(admissions()).hasSize(1);

        Actor paul = house.person("Paul");
        paul.asksToJoin(group, link, 13);
        assertThat(admissions()).hasSize(1);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void proposingSomebodyInsideOrTwiceOrNobodyIsSaidSo() {
        if (hosted) {
            house.enrols(group, nora);
        } else {
            nora.comesInto(group, claire, false, 12);
        }
        marc.replies(group, null, "/proposer @nora");
        assertThat(marc.heard()).contains("déjà membre");
        marc.replies(group, null, "/proposer @quelqu_une");
        marc.replies(group, null, "/proposer @quelqu_une");
        assertThat(marc.heard()).contains("déjà proposée");
        marc.replies(group, null, "/proposer");
        assertThat(marc.heard()).contains("Qui proposez-vous");
    }

    @Test
    void aRequestExpiresAfterAWeekAndTheCandidateIsTold() {
        asks(12);
        house.clock().advance(Duration.ofDays(7).plusMinutes(1));
        house.ticks("enrolment-expiry");

        assertThat(request().status()).isEqualTo(EnrolmentStatus.EXPIRED);
        writesAgain(nora);
        assertThat(nora.allHeard()).anyMatch(text -> text.contains("a expiré"));
        if (!hosted) {
            assertThat(admissions()).contains(new Outgoing.Admission(group.address(), nora.address(), false));
        }
        claire.writes("/accepter 1");
        assertThat(claire.heard()).contains("a expiré");
    }

    @Test
    void whoAsksAgainAndAgainGetsNoNewRequest() {
        for (int i = 1; i <= 5; i++) {
            asks(12);
            claire.writes("/refuser " + i);
        }
        assertThat(requests()).hasSize(3);
    }

    @Test
    void aPlaceIsReservedForAWeekOnly() {
        marc.replies(group, null, "/proposer @nora");
        claire.writes("/accepter 1");
        house.clock().advance(Duration.ofDays(7).plusMinutes(1));
        house.ticks("enrolment-expiry");
        assertThat(request().status()).isEqualTo(EnrolmentStatus.EXPIRED);
        writesAgain(marc);
        assertThat(marc.allHeard()).anyMatch(text -> text.contains("n’est pas venue"));

        asks(12);
        assertThat(admissions()).isEmpty();
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aLinkForSomebodyKnownLetsNobodyElseIn() {
        onlyInAGroupOfThePlatforms("personal links");
        marc.replies(group, null, "/proposer @nora");
        claire.writes("/accepter 1");
        String link = marc.heard().substring(marc.heard().indexOf("https://")).strip();
        house.person("Paul").asksToJoin(group, link, 12);

        assertThat(admissions()).isEmpty();
        assertThat(claire.heard()).contains("Demande n° 2").contains("Paul");
    }

    @Test
    void anApprovalThatTelegramRefusesIsTriedAgainWithinTheLimit() {
        onlyInAGroupOfThePlatforms("a door that can stay shut");
        asks(12);
        house.channel().answers(group.address(), new Outcome.Refused("not-enough-rights"));
        claire.writes("/accepter 1");
        assertThat(claire.heard()).contains("ne s’est pas ouverte");
        assertThat(house.get(Groups.class).member(house.id(group), person(nora).id())).isEmpty();

        house.clock().advance(Duration.ofMinutes(2));
        claire.writes("/accepter 1");
        assertThat(house.get(Groups.class).member(house.id(group), person(nora).id())).isPresent();
    }

    @Test
    void aContactCardIsAProposalInPrivateToo() {
        onlyInAGroupOfThePlatforms("contact cards");
        marc.replies(group, null, "/groupe");
        house.arrives(new org.covigie.bot.messaging.Incoming.Said(marc.address(),
                org.covigie.bot.messaging.Place.PRIVATE, marc.sender(), house.nextId(), null,
                new org.covigie.bot.people.Words("/proposer"), card(marc), null, false, false, null,
                house.clock().instant()));
        assertThat(claire.heard()).contains("Nora Carte").contains("06 39 98 12 34");

        claire.writes("/accepter 1");
        asks(12);
        assertThat(admissions()).containsExactly(new Outgoing.Admission(group.address(), nora.address(), true));
        nora.writes("/mesdonnees");
        assertThat(nora.allHeard()).anyMatch(text -> text.contains("Vos demandes d’entrée"));
    }

    private org.covigie.bot.messaging.Quoted card(Actor sender) {
        return new org.covigie.bot.messaging.Quoted("7", sender.sender(), org.covigie.bot.people.Words.NONE,
                house.clock().instant(), null, false, false, false, false, List.of(),
                new org.covigie.bot.messaging.Contact(new org.covigie.bot.people.Words("Nora Carte"),
                        new org.covigie.bot.people.Words("06 39 98 12 34"), nora.address()));
    }

    @Test
    void aCharterChangedMeanwhileIsShownAgain() {
        asks(12);
        String old = nora.buttons().getFirst();
        claire.writes("/chartemodifier Une nouvelle charte, plus courte.");
        claire.presses(null, claire.buttons().getFirst());
        nora.presses(null, old);

        assertThat(nora.heard()).contains("plus courte").contains("Acceptez-vous");
    }

    @Test
    void whoAcceptsTheCharterWithoutBeingRelayedHasAcceptedIt() {
        asks(12);
        answers("charte sans");
        claire.writes("/accepter 1");

        assertThat(house.get(Groups.class).member(house.id(group), person(nora).id()).orElseThrow().consent())
                .isEqualTo(Consent.REFUSED);
        claire.writes("/groupe");
        assertThat(claire.heard()).contains(hosted ? "acceptée par 5 sur" : "acceptée par 1 sur");
    }

    @Test
    void whoHasLeftAnswersNothingAboutTheGroupAnyMore() {
        asks(12);
        String old = nora.buttons().getFirst();
        claire.writes("/accepter 1");
        if (hosted) {
            house.get(Groups.class).left(house.id(group), person(nora).id());
        } else {
            nora.leaves(group, 12);
        }
        nora.presses(null, old);

        assertThat(nora.heard()).contains("pas, ou plus, ouverte");
        assertThat(house.get(Groups.class).member(house.id(group), person(nora).id()).orElseThrow().roles()).isEmpty();
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        asks(12);
        marc.presses(null, "/candidature " + request().id() + " metier DENTIST");

        assertThat(marc.heard()).contains("pas, ou plus, ouverte");
        assertThat(request().profession()).isNull();
    }

    @Test
    void theForgottenCandidateLeavesNothing() {
        asks(12);
        nora.writes("/oubliezmoi oui");

        assertThat(requests()).isEmpty();
        assertThat(house.get(People.class).find(nora.address())).isEmpty();
    }

    /** Nora asks to be let in: at the platform's door, or with the group's code. As many people are inside then. */
    private void asks(int people) {
        if (!hosted) {
            nora.asksToJoin(group, null, people);
            return;
        }
        in(group);
        if (people >= 60) {
            claire.writes("/limite 4");
        }
        claire.writes("/invitation");
        nora.writes("rejoindre " + code());
    }

    /** After a week of silence nothing but an approved text reaches somebody where there is a window. */
    private void writesAgain(Actor actor) {
        if (hosted) {
            actor.writes("/aide");
        }
    }

    /** Claire, who may animate several groups, means this one. */
    private void in(org.covigie.bot.testing.Chat chat) {
        if (hosted) {
            claire.writes("/ici " + chat.title());
        }
    }

    private void letIn() {
        if (hosted) {
            assertThat(house.get(Groups.class).member(house.id(group), person(nora).id())).isPresent();
        } else {
            assertThat(admissions()).containsExactly(new Outgoing.Admission(group.address(), nora.address(), true));
        }
    }

    private String command(String command) {
        return "g" + house.id(group) + " " + command;
    }

    private void answers(String answer) {
        nora.presses(null, "/candidature " + request().id() + " " + answer);
    }

    private List<EnrolmentDocument> requests() {
        return house.get(Enrolments.class).find(null, 0, 200).items().stream()
                .filter(one -> one.group().id() == house.id(group)).toList();
    }

    private EnrolmentDocument request() {
        return requests().getFirst();
    }

    private List<Journal.Entry> journal() {
        return house.get(Journal.class).latest(house.id(group), 50, 0);
    }

    private List<Outgoing> admissions() {
        return house.channel().calls(group.address()).stream().map(TestChannel.Call::outgoing)
                .filter(Outgoing.Admission.class::isInstance).toList();
    }

    private Person person(Actor actor) {
        return house.get(People.class).find(actor.address()).orElseThrow();
    }

    private String code() {
        String text = claire.heard();
        return text.substring(text.lastIndexOf("join?") + 5).substring(0, 8);
    }

    private String everythingStored() {
        JdbcClient db = house.get(JdbcClient.class);
        return Stream.of("enrolment", "journal", "outbox", "person")
                .map(table -> db.sql("select * from " + table).query().listOfRows().toString())
                .reduce("", String::concat);
    }

    private static int lastIndex(List<Outgoing> calls, java.util.function.Predicate<Outgoing> which) {
        int last = -1;
        for (int i = 0; i < calls.size(); i++) {
            last = which.test(calls.get(i)) ? i : last;
        }
        return last;
    }
}
