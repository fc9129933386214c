package org.covigie.bot.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Receipt;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.messaging.Whereabouts;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What only Twilio can say: where a message is, what became of it, what stood in it. */
class SearchTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Address LEA = new Address("whatsapp", Twilio.LEA);

    @RegisterExtension
    static WireMockExtension twilio = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final TwilioApi api = Twilio.api(twilio.baseUrl());
    private final WhatsAppChannel channel = new WhatsAppChannel(api, new WhatsAppWriter(Twilio.means(null)),
            new Contents(api, InstantSource.system()), Twilio.properties(twilio.baseUrl()), new SimpleMeterRegistry());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void trap_3_5_a_message_is_found_by_its_words_and_time() {
        lists(made("3", "bonjour", "12:00:30"), made("2", "autre chose", "12:00:20"));
        assertThat(where(text("bonjour"))).isEqualTo(new Whereabouts.Has(Twilio.sid("3")));
        twilio.verify(1, getRequestedFor(anyUrl()).withQueryParam("To", equalTo(Twilio.LEA))
                .withQueryParam("PageSize", equalTo("100")));
    }

    @Test
    void trap_3_5_one_that_still_waits_to_be_sent_is_found_too() {
        lists(made("3", "bonjour", "12:00:30").replace("\"status\":\"sent\"", "\"status\":\"queued\""));
        assertThat(where(text("bonjour"))).isEqualTo(new Whereabouts.Has(Twilio.sid("3")));
        // a filter by the time of sending leaves out what has none yet
        twilio.verify(0, getRequestedFor(anyUrl()).withQueryParam("DateSent>", matching(".*")));
    }

    @Test
    void asking_ends_with_the_first_page_that_goes_further_back() {
        twilio.stubFor(get(anyUrl()).willReturn(okJson(Twilio.page(made("1", "avant", "11:00:00")).replace(
                "\"next_page_uri\":null", "\"next_page_uri\":\"/next\""))));
        assertThat(where(text("bonjour"))).isEqualTo(new Whereabouts.HasNot());
        twilio.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void an_earlier_one_with_the_same_words_is_another() {
        lists(made("1", "bonjour", "11:58:50"));
        assertThat(where(text("bonjour"))).isEqualTo(new Whereabouts.HasNot());
        lists(made("1", "bonjour", "11:59:10"));
        assertThat(where(text("bonjour"))).isEqualTo(new Whereabouts.Has(Twilio.sid("1")));
    }

    @Test
    void what_is_accounted_for_is_another() {
        lists(made("3", "bonjour", "12:00:30"));
        assertThat(channel.whereabouts(text("bonjour"), NOON, Set.of(Twilio.sid("3"))))
                .isEqualTo(new Whereabouts.HasNot());
    }

    @Test
    void what_the_person_wrote_is_no_message_of_ours() {
        lists(made("3", "bonjour", "12:00:30").replace("outbound-api", "inbound"));
        assertThat(where(text("bonjour"))).isEqualTo(new Whereabouts.HasNot());
    }

    @Test
    void twilio_may_trim_and_change_how_lines_end() {
        lists(made("3", "*deux*\\r\\nlignes", "12:00:30"));
        Rich bold = new Rich("deux\nlignes ", List.of(new Rich.Mark(Rich.Style.BOLD, 0, 4, null)));
        assertThat(where(new Outgoing.Text(LEA, null, null, null, bold, List.of())))
                .isEqualTo(new Whereabouts.Has(Twilio.sid("3")));
    }

    @Test
    void choices_are_found_as_buttons_and_as_numbers() {
        Outgoing.Text question = new Outgoing.Text(LEA, null, null, null, Rich.plain("Bien ?"),
                List.of(List.of(Button.command("Oui", "/oui"))));
        lists(made("3", "Bien ?", "12:00:30"));
        assertThat(where(question)).isEqualTo(new Whereabouts.Has(Twilio.sid("3")));
        lists(made("3", "Bien ?\\n\\n1 → Oui", "12:00:30"));
        assertThat(where(question)).isEqualTo(new Whereabouts.Has(Twilio.sid("3")));
    }

    @Test
    void media_are_found_by_their_caption_and_openers_by_what_was_put_into_them() {
        Outgoing.Media media = new Outgoing.Media(LEA, new Attachment("/x", "image/jpeg"), Rich.plain("Léa"));
        lists(made("3", "Léa", "12:00:30"));
        assertThat(where(media)).isEqualTo(new Whereabouts.HasNot());
        lists(made("3", "Léa", "12:00:30").replace("\"num_media\":\"0\"", "\"num_media\":\"1\""));
        assertThat(where(media)).isEqualTo(new Whereabouts.Has(Twilio.sid("3")));
        assertThat(where(text("Léa"))).isEqualTo(new Whereabouts.HasNot());
        lists(made("3", "Nouvelle synthèse : Bronchiolite, https://c.fr", "12:00:30"));
        assertThat(where(new Outgoing.Opener(LEA, Opening.SYNTHESIS, List.of("Bronchiolite", "https://c.fr"))))
                .isEqualTo(new Whereabouts.Has(Twilio.sid("3")));
        assertThat(where(new Outgoing.Opener(LEA, Opening.SYNTHESIS, List.of("Grippe", "https://c.fr"))))
                .isEqualTo(new Whereabouts.HasNot());
    }

    @Test
    void a_template_whose_words_twilio_does_not_list_as_they_were_may_have_been_made() {
        Outgoing.Text question = new Outgoing.Text(LEA, null, null, null, Rich.plain("Bien ?"),
                List.of(List.of(Button.command("Oui", "/oui"))));
        lists(made("3", "{{1}}", "12:00:30"));
        assertThat(where(question)).isEqualTo(new Whereabouts.CannotSay());
        assertThat(channel.whereabouts(question, NOON, Set.of(Twilio.sid("3")))).isEqualTo(new Whereabouts.HasNot());
        lists(made("3", "{{1}}", "11:58:30"));
        assertThat(where(question)).isEqualTo(new Whereabouts.HasNot());
        lists(pictured(made("3", "{{1}}", "12:00:30")));
        assertThat(where(question)).isEqualTo(new Whereabouts.HasNot());
        lists(made("3", "{{1}}", "12:00:30"));
        assertThat(where(text("Bien ?"))).isEqualTo(new Whereabouts.HasNot());
    }

    @Test
    void an_opener_is_found_by_its_variables_as_they_were_written() {
        Outgoing opener = new Outgoing.Opener(LEA, Opening.SYNTHESIS,
                List.of(" Vaccins      et\ngrippe ", "x".repeat(1100)));
        lists(made("3", "Nouvelle synthèse : Vaccins    et grippe. À lire : " + "x".repeat(1023) + "….", "12:00:30"));
        assertThat(where(opener)).isEqualTo(new Whereabouts.Has(Twilio.sid("3")));
        lists(pictured(made("3", "Vaccins et grippe " + "x".repeat(1023) + "…", "12:00:30")));
        assertThat(where(opener)).isEqualTo(new Whereabouts.HasNot());
    }

    @Test
    void an_opener_without_variables_is_not_just_any_message() {
        Outgoing opener = new Outgoing.Opener(LEA, Opening.NOTICE, List.of());
        lists(made("3", "bonjour", "12:00:30"));
        assertThat(where(opener)).isEqualTo(new Whereabouts.CannotSay());
        lists(pictured(made("3", "bonjour", "12:00:30")));
        assertThat(where(opener)).isEqualTo(new Whereabouts.HasNot());
        lists();
        assertThat(where(opener)).isEqualTo(new Whereabouts.HasNot());
    }

    @Test
    void who_cannot_be_asked_cannot_say() {
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(where(text("bonjour"))).isEqualTo(new Whereabouts.CannotSay());
        assertThat(channel.ask(Twilio.sid("3"))).isNull();
        assertThatThrownBy(() -> channel.recall(Twilio.sid("3"))).isInstanceOf(IOException.class);
    }

    @Test
    void trap_3_4_what_became_of_a_message_can_be_asked() {
        twilio.stubFor(get(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("3"), "delivered", ""))));
        assertThat(channel.ask(Twilio.sid("3"))).isEqualTo(new Receipt(Twilio.sid("3"), Receipt.State.DELIVERED, null));
        twilio.stubFor(get(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("3"), "undelivered", "")
                .replace("\"error_code\":null", "\"error_code\":63024"))));
        assertThat(channel.ask(Twilio.sid("3"))).isEqualTo(new Receipt(Twilio.sid("3"), Receipt.State.FAILED, "63024"));
        twilio.stubFor(get(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("3"), "queued", ""))));
        assertThat(channel.ask(Twilio.sid("3"))).isNull();
    }

    @Test
    void words_are_recalled_as_long_as_twilio_has_them() throws IOException {
        twilio.stubFor(get(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("3"), "received", ""))));
        assertThat(channel.recall(Twilio.sid("3"))).isEqualTo(new Words("bonjour"));
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404).withBody(Twilio.error(404, 20404))));
        assertThat(channel.recall(Twilio.sid("3"))).isNull();
        assertThat(channel.recall("../../Accounts.json")).isNull();
    }

    private Whereabouts where(Outgoing outgoing) {
        return channel.whereabouts(outgoing, NOON, Set.of());
    }

    private static Outgoing text(String text) {
        return new Outgoing.Text(LEA, null, null, null, Rich.plain(text), List.of());
    }

    private static String made(String sid, String body, String time) {
        return Twilio.message(Twilio.sid(sid), "sent", "").replace("\"bonjour\"", "\"" + body + "\"")
                .replace("\"date_created\":\"Mon, 23 Nov 2026 12:00:00", "\"date_created\":\"Mon, 23 Nov 2026 " + time);
    }

    private static String pictured(String message) {
        return message.replace("\"num_media\":\"0\"", "\"num_media\":\"1\"");
    }

    private static void lists(String... messages) {
        twilio.stubFor(get(anyUrl()).willReturn(okJson(Twilio.page(messages))));
    }
}
