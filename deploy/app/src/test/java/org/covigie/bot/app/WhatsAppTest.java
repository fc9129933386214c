package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.sandbox.twilio.Faults;
import org.covigie.bot.sandbox.twilio.SeenMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole application over Twilio's own HTTP: both kinds of group, from the founder's first word to the published signal. */
@SuppressWarnings("NullAway") // JUnit fills the parameter in before anything reads it
class WhatsAppTest extends WhatsAppHouse {
    /** Ten messages at once are paid back in a minute, and what may have been made is asked for twice before it is made again. */
    private static final Duration BAD_DAY = Duration.ofMinutes(4);
    private static final String LINK = "https://chat.whatsapp.com/KerbrugSoignants";

    @Test
    void whatOneSaysInARelayedGroupReachesAllAndATaggedReplyBecomesASignal() {
        String title = relayed("Relayés");

        marc.writes("Rupture d’amoxicilline pédiatrique à Kerbrug depuis lundi");
        SeenMessage copy = julie.hears("*Marc Brezellec (médecin)*: Rupture d’amoxicilline");
        lea.hears("Rupture d’amoxicilline");
        lea.replies(lea.hears("Rupture d’amoxicilline"), "Idem au cabinet infirmier");
        assertThat(marc.hears("Idem au cabinet").text()).contains("> Marc Brezellec: Rupture")
                .contains("*Léa Kervarec (médecin)*");
        julie.replies(copy, "/p à vérifier");
        julie.hears("Noté : problème n° 1.");

        JsonNode draft = signal(title, "DRAFT");
        assertThat(draft.path("text").asString()).isEqualTo(
                "Rupture d’amoxicilline pédiatrique à Kerbrug depuis lundi");
        assertThat(draft.path("channel").asString()).isEqualTo("whatsapp");
        assertThat(draft.path("note").asString()).isEqualTo("à vérifier");
        julie.writes("/publier 1");
        julie.hears("publié");
        assertThat(signal(title, "PUBLISHED").toString()).doesNotContain("Marc")
                .doesNotContain(marc.person().address());
        wordsAreGone();
        assertThat(marc.told()).as("the author gets no copy")
                .noneMatch(message -> message.text().startsWith("*Marc Brezellec (médecin)*"));
    }

    @Test
    void whatIsForwardedFromACompanionGroupIsTaggedOneByOneAndTheLinkComesAfterApprovalAndCharter() {
        String title = "Compagnons " + claire.person().address();
        String link = LINK + title.replaceAll("\\D", "");
        claire.writes("/compagnon " + title + " " + link);
        claire.hears(title);
        claire.writes("consentir");
        claire.hears("c’est noté");
        String code = code(claire, title);

        julie.writes("rejoindre " + code.toLowerCase(java.util.Locale.ROOT));
        claire.taps(claire.hears("Demande n° 1"), "Accepter");
        claire.hears("Julie Lagathu");
        julie.hears("Acceptez-vous");
        assertThat(julie.timesTold(link)).isZero();
        julie.answers("1");
        julie.hears(link);

        claire.writes("/correspondant 2");
        julie.hears("Vous êtes correspondant");
        julie.person().forwards("Plus de pansements chez le grossiste");
        SeenMessage question = julie.hears("Plus de pansements");
        julie.person().forwards("Tri des bronchiolites par téléphone : ça marche");
        julie.taps(question, "Problème");
        julie.taps(julie.hears("Tri des bronchiolites"), "Solution");

        await().atMost(Telephone.PATIENCE).until(() -> signals(title).size() == 2);
        assertThat(signals(title)).extracting(signal -> signal.path("kind").asString()).containsExactlyInAnyOrder(
                "PROBLEM", "SOLUTION");
        assertThat(julie.timesTold(link)).isEqualTo(1);
        wordsAreGone();
    }

    @Test
    void trap_3_7_whoSaysStopHearsOneThingMoreAndNothingUntilTheyBeginAgain() {
        relayed("Silences");
        lea.writes("ARRÊT");
        lea.hears("« reprendre »");
        settled();
        int told = lea.told().size();

        marc.writes("Réunion jeudi à 20 h");
        claire.hears("Réunion jeudi");
        settled();
        assertThat(lea.told()).hasSize(told);

        lea.writes("START");
        lea.hears("de nouveau");
        marc.writes("Réunion déplacée à 21 h");
        lea.hears("21 h");
        assertThat(lea.timesTold("20 h")).isZero();
    }

    @Test
    void trap_1_5_aPictureReachesTheOthersByALinkThatOnlyTwilioWasGiven() {
        relayed("Images");
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
        marc.person().sends(picture, "image/png", "Le flyer");

        SeenMessage copy = julie.hears("Le flyer");
        assertThat(copy.text()).startsWith("*Marc Brezellec (médecin)*");
        assertThat(copy.media()).hasSize(1);
        assertThat(house.twilio().world().media(copy.media().getFirst().id())).hasValue(picture);
        assertThat(house.get("/whatsapp/media/guessed").statusCode()).isEqualTo(404);
    }

    @Test
    void trap_3_5_aProviderHavingABadDayDeliversEveryLineToEverybodyOnce() {
        four("Tempêtes");
        List<Telephone> others = List.of(julie, lea);
        Faults faults = house.twilio().world().faults();
        faults.share(Faults.Kind.TOO_MANY, 0.05);
        faults.share(Faults.Kind.BROKEN, 0.02);
        faults.share(Faults.Kind.DROPPED, 0.05);
        faults.share(Faults.Kind.CALLBACKS_REVERSED, 0.3);

        for (int line = 1; line <= 10; line++) {
            marc.writes("ligne " + line + " de la tempête");
        }

        for (Telephone other : others) {
            await().atMost(BAD_DAY).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                for (int line = 1; line <= 10; line++) {
                    assertThat(times(other, "ligne " + line + " de la tempête")).isEqualTo(1);
                }
            });
        }
        wordsAreGone(BAD_DAY);
    }

    /** How often these words arrived, also within a message that several lines were put into. */
    private static int times(Telephone telephone, String words) {
        int times = 0;
        for (SeenMessage message : telephone.told()) {
            Matcher found = Pattern.compile(Pattern.quote(words) + "(?!\\d)").matcher(message.text());
            while (found.find()) {
                times++;
            }
        }
        return times;
    }

    private List<JsonNode> signals(String title) {
        return house.api("/signals?size=200").path("items").valueStream()
                .filter(signal -> signal.path("group").path("name").asString().equals(title)).toList();
    }

    private JsonNode signal(String title, String status) {
        return await().atMost(Telephone.PATIENCE).until(
                () -> signals(title).stream().filter(signal -> signal.path("status").asString().equals(status))
                        .findFirst(),
                java.util.Optional::isPresent).orElseThrow();
    }
}
