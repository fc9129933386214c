package org.covigie.bot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.covigie.bot.testing.Tables;
import org.covigie.bot.testing.WebHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Asking, confirming, receiving, leaving: in the chat, by mail over SMTP, and by the links over HTTP. */
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionTest {
    @Parameter
    Database database = Database.H2;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Postbox postbox;
    private House house;
    private ConfigurableApplicationContext web;
    private Chat group;
    private Actor lea;
    private String address;

    @BeforeAll
    void opens() {
        postbox = Postbox.open();
        house = House.on(database, postbox.settings());
        web = WebHouse.open(house, Map.of("covigie.api.token", WebHouse.TOKEN));
    }

    @AfterAll
    void closes() {
        web.close();
        house.close();
        postbox.close();
        http.close();
    }

    @BeforeEach
    void aMember() {
        house.clock().advance(Duration.ofDays(2));
        group = house.group("Soignants " + house.nextId(), house.person("Claire"));
        lea = MailHouse.member(house, group);
        address = "lea" + house.nextId() + "@exemple.fr";
    }

    @Test
    void whoConfirmsGetsEachSynthesisOnceUntilOneClick() {
        lea.writes("/abonner " + address);
        assertThat(lea.heard()).startsWith("Un mail est envoyé");
        MailHouse.mailed(house);
        Postbox.Received asked = only(address);
        assertThat(asked.subject()).isEqualTo("Confirmez : les synthèses COViGIE par mail");
        assertThat(asked.html()).contains("viewport", "https://bot.test" + asked.link());
        assertThat(asked.header("List-Unsubscribe")).isEmpty();

        // what a scanner of mails does
        HttpResponse<String> looked = get(asked.link());
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("<form method=\"post\"", "Confirmer", "l…@exemple.fr")
                .doesNotContain(address);
        assertThat(looked.headers().map()).doesNotContainKey("Set-Cookie");
        MailHouse.synthesis(house, "Trop tôt", null);
        MailHouse.mailed(house);
        assertThat(postbox.letters(address)).hasSize(1);

        assertThat(post(asked.link()).body()).contains("C’est confirmé");
        assertThat(post(asked.link()).body()).contains("C’est confirmé");
        MailHouse.synthesis(house, "Vaccins : l’état", null);
        MailHouse.mailed(house);
        MailHouse.mailed(house);

        assertThat(postbox.letters(address)).hasSize(2);
        Postbox.Received letter = postbox.letters(address).getLast();
        assertThat(letter.subject()).isEqualTo("Synthèse : Vaccins : l’état");
        assertThat(letter.text().replace("\r", "")).startsWith(
                "Vaccins : l’état\n\nUne ligne\nDeux < lignes\n\nLire la synthèse\n" + MailHouse.URL);
        assertThat(letter.html()).contains("Deux &lt; lignes", MailHouse.URL, "lang=\"fr\"");
        assertThat(letter.header("List-Unsubscribe")).isEqualTo("<https://bot.test" + letter.link() + ">");
        assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(letter.header("Content-Language")).isEqualTo("fr");

        assertThat(get(letter.link()).body()).contains("<form method=\"post\"", "Ne plus recevoir");
        MailHouse.synthesis(house, "Encore", null);
        MailHouse.mailed(house);
        assertThat(postbox.letters(address)).hasSize(3);
        assertThat(post(letter.link()).statusCode()).isEqualTo(200);
        assertThat(post(letter.link()).statusCode()).isEqualTo(200);
        assertThat(get(letter.link()).body()).contains("C’est fait").doesNotContain("<form");
        MailHouse.synthesis(house, "Plus jamais", null);
        MailHouse.mailed(house);
        assertThat(postbox.letters(address)).hasSize(3);
        assertThat(data()).doesNotContain("exemple.fr");
    }

    @Test
    void everythingIsInTheReadersLanguage() {
        lea.writes("/language en");
        lea.writes("/subscribe mail <" + address + ">");
        assertThat(lea.heard()).startsWith("An e-mail is sent");
        MailHouse.mailed(house);
        Postbox.Received asked = only(address);
        assertThat(asked.subject()).isEqualTo("Please confirm: COViGIE syntheses by e-mail");
        assertThat(get(asked.link()).body()).contains("lang=\"en\"", "Confirm");
        post(asked.link());

        MailHouse.synthesis(house, "Vaccins", null);
        MailHouse.mailed(house);
        Postbox.Received letter = postbox.letters(address).getLast();
        assertThat(letter.subject()).isEqualTo("Synthesis: Vaccins");
        assertThat(letter.text()).contains("Read the synthesis", "Unsubscribe");
        assertThat(letter.html()).contains("lang=\"en\"");
        lea.writes("/langue fr");
        MailHouse.synthesis(house, "Vaccins", null);
        MailHouse.mailed(house);
        assertThat(postbox.letters(address).getLast().subject()).isEqualTo("Synthèse : Vaccins");

        lea.writes("/unsubscribe");
        assertThat(lea.heard()).startsWith("C’est fait");
        lea.writes("/desabonner");
        assertThat(lea.heard()).startsWith("Vous ne recevez pas");
        MailHouse.synthesis(house, "Rien", null);
        MailHouse.mailed(house);
        assertThat(postbox.letters(address)).hasSize(3);
    }

    @Test
    void inTheGroupItIsRefusedAlone() {
        lea.replies(group, null, "/abonner " + address);
        MailHouse.mailed(house);

        assertThat(lea.heard()).contains("s’écrit en conversation privée");
        assertThat(postbox.letters(address)).isEmpty();
    }

    @Test
    void whoIsInNoGroupCannotSubscribeAndWhoIsInSeveralIsNotAskedWhich() {
        Actor stranger = house.person("Paul");
        stranger.writes("/abonner " + address);
        assertThat(stranger.heard()).contains("réservée aux membres");

        lea.presses(house.group("Autres " + house.nextId(), house.person("Anne")), "/consentir");
        lea.writes("/abonner");
        assertThat(lea.heard()).startsWith("Écrivez l’adresse");
        lea.writes("/abonner moi");
        assertThat(lea.heard()).startsWith("Ce n’est pas une adresse");
        lea.writes("/abonner " + address);
        assertThat(lea.heard()).startsWith("Un mail est envoyé");
    }

    @Test
    void confirmationsAreLimitedAndKnownAddressesNotTold() {
        Actor marc = MailHouse.member(house, group);
        lea.writes("/abonner " + address);
        String answer = lea.heard();
        lea.writes("/abonner " + address);
        marc.writes("/abonner " + address.toUpperCase(java.util.Locale.ROOT));
        assertThat(lea.heard()).isEqualTo(answer);
        assertThat(marc.heard()).isEqualTo(answer);
        MailHouse.mailed(house);
        assertThat(postbox.letters(address)).hasSize(1);

        lea.writes("/abonner a" + address);
        assertThat(lea.heard()).isEqualTo(answer);
        lea.writes("/abonner b" + address);
        assertThat(lea.heard()).startsWith("Trois mails de confirmation");
        house.clock().advance(Duration.ofHours(25));
        lea.writes("/abonner b" + address);
        assertThat(lea.heard()).isEqualTo(answer);
    }

    @Test
    void aLinkEndsAfterTwoDaysAndWithTheNextOne() {
        lea.writes("/abonner " + address);
        MailHouse.mailed(house);
        String first = only(address).link();
        house.clock().advance(Duration.ofMinutes(61));
        lea.writes("/abonner " + address);
        MailHouse.mailed(house);
        String second = postbox.letters(address).getLast().link();

        assertThat(get(first).statusCode()).isEqualTo(404);
        assertThat(post(first).statusCode()).isEqualTo(404);
        assertThat(get(second).statusCode()).isEqualTo(200);
        house.clock().advance(Duration.ofHours(48));
        assertThat(post(second).statusCode()).isEqualTo(404);
        assertThat(post("/mail/unsubscribe/" + "0".repeat(68)).statusCode()).isEqualTo(404);
        MailHouse.synthesis(house, "Rien", null);
        MailHouse.mailed(house);
        assertThat(postbox.letters(address)).hasSize(2);
    }

    @Test
    void whoConfirmsAnAddressHasItAloneAndNoOther() {
        Actor marc = MailHouse.member(house, group);
        String shared = "cabinet" + house.nextId() + "@exemple.fr";
        confirms(lea, address);
        confirms(lea, shared);
        house.clock().advance(Duration.ofMinutes(61));
        confirms(marc, shared);

        lea.writes("/abonner");
        assertThat(lea.heard()).startsWith("Écrivez l’adresse");
        marc.writes("/abonner " + shared);
        assertThat(marc.heard()).startsWith("Vous recevez les synthèses");
        MailHouse.synthesis(house, "Vaccins", null);
        MailHouse.mailed(house);
        assertThat(postbox.subjects(shared)).filteredOn(subject -> subject.contains("Vaccins")).hasSize(1);
        assertThat(postbox.subjects(address)).noneMatch(subject -> subject.contains("Vaccins"));
    }

    @Test
    void whatIsForSomeGroupsIsMailedToTheirMembers() {
        confirms(lea, address);
        Chat other = house.group("Autres " + house.nextId(), house.person("Anne"));

        MailHouse.synthesis(house, "Pour les autres", List.of(house.id(other)));
        MailHouse.synthesis(house, "Pour les siens", List.of(house.id(group)));
        MailHouse.mailed(house);

        assertThat(postbox.subjects(address)).contains("Synthèse : Pour les siens")
                .doesNotContain("Synthèse : Pour les autres");
    }

    @Test
    void bodiesOnTheOperatorsListGetWhatIsForEverybodyOnceUntilTheyLeave() {
        MailingList list = house.get(MailingList.class);
        String ars = "ars" + house.nextId() + "@exemple.fr";
        list.add(ars, "ARS Bretagne", java.util.Locale.ENGLISH);
        confirms(lea, address);
        list.add(address, "Ordre des médecins", java.util.Locale.FRENCH);

        MailHouse.synthesis(house, "Vaccins", null);
        MailHouse.synthesis(house, "Pour un groupe", List.of(house.id(group)));
        MailHouse.mailed(house);
        Postbox.Received letter = only(ars);
        assertThat(letter.subject()).isEqualTo("Synthesis: Vaccins");
        assertThat(letter.text()).contains("stands for ARS Bretagne");
        assertThat(postbox.subjects(address)).filteredOn(subject -> subject.contains("Vaccins")).hasSize(1);

        assertThat(post(letter.link()).statusCode()).isEqualTo(200);
        MailHouse.synthesis(house, "Encore", null);
        MailHouse.mailed(house);
        assertThat(postbox.letters(ars)).hasSize(1);
        assertThat(list.add(ars, "ARS", java.util.Locale.FRENCH)).hasValueSatisfying(
                again -> assertThat(again.listed().status()).isEqualTo("LEFT"));
    }

    @Test
    void theAddressLiesSealedIsShownMaskedAndErased() {
        confirms(lea, address);

        assertThat(data()).doesNotContain(address);
        lea.writes("/mesdonnees");
        assertThat(lea.heard()).contains("Vos mails", "l…@exemple.fr").doesNotContain(address);
        lea.writes("/oubliezmoi oui");
        assertThat(lea.heard()).contains("je ne sais plus rien");
        MailHouse.synthesis(house, "Oubliée", null);
        MailHouse.mailed(house);
        assertThat(postbox.subjects(address)).noneMatch(subject -> subject.contains("Oubliée"));
    }

    @Test
    void withoutAMailServerTheCommandsSaySo() {
        House without = House.shared(database);
        Actor marc = MailHouse.member(without, without.group("Sans " + without.nextId(), without.person("Claire")));
        marc.writes("/abonner " + address);
        assertThat(marc.heard()).isEqualTo("Cette installation n’envoie pas de mail.");
        marc.writes("/desabonner");
        assertThat(marc.heard()).isEqualTo("Cette installation n’envoie pas de mail.");
    }

    private void confirms(Actor who, String where) {
        who.writes("/abonner " + where);
        MailHouse.mailed(house);
        assertThat(post(postbox.letters(where).getLast().link()).statusCode()).isEqualTo(200);
    }

    /** Everything that can be read in the database. */
    private String data() {
        Tables tables = new Tables(house);
        StringBuilder all = new StringBuilder();
        tables.columns().stream().filter(column -> column.words() || column.bytes())
                .forEach(column -> tables.values(column).forEach(value -> all.append(value instanceof byte[] bytes
                        ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                        : value).append('\n')));
        return all.toString();
    }

    private Postbox.Received only(String to) {
        assertThat(postbox.letters(to)).hasSize(1);
        return postbox.letters(to).getFirst();
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    /** As a mail program does it: no cookie, no session. */
    private HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(at(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + web.getEnvironment().getProperty("local.server.port") + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
