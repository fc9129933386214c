package org.covigie.bot.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Arrival.Reading;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String REPLIED = "MM" + "7".repeat(32);

    private final WhatsAppReader reader = new WhatsAppReader(Twilio.ACCOUNT, Twilio.FROM, (shown, also) -> shown);
    private final Map<String, String> fields = Twilio.text("Bonjour à tous");

    @Test
    void a_text_is_said_in_private_by_whoever_wrote_it() {
        Incoming.Said said = said();
        assertThat(said.chat()).isEqualTo(address(Twilio.LEA));
        assertThat(said.place()).isEqualTo(Place.PRIVATE);
        assertThat(said.message()).isEqualTo(Twilio.sid("1"));
        assertThat(said.text()).isEqualTo(new Words("Bonjour à tous"));
        assertThat(said.at()).isEqualTo(NOW);
        assertThat(said.sender().name()).isEqualTo(new Words("Léa 🐝"));
        assertThat(said.sender().address()).isEqualTo(address(Twilio.LEA));
        assertThat(said.sender().also()).isEqualTo(address(Twilio.LEA_OWN));
        assertThat(said.replyTo()).isNull();
        assertThat(said.forwarded()).isFalse();
        assertThat(said.attached()).isEmpty();
        assertThat(read().externalId()).isEqualTo(Twilio.sid("1"));
    }

    @Test
    void trap_1_3_who_shows_no_number_is_known_and_reached_by_the_id_as_it_came() {
        fields.put("From", Twilio.LEA_OWN);
        fields.remove("WaId");
        Incoming.Said said = said();
        assertThat(said.chat().id()).isEqualTo("whatsapp:FR.1A2B3C4D5E6F");
        assertThat(said.sender().also()).isNull();
        fields.remove("From");
        assertThat(said().chat().id()).isEqualTo("whatsapp:FR.1A2B3C4D5E6F");
    }

    @Test
    void trap_1_3_who_has_no_id_yet_is_known_by_the_number() {
        fields.remove("ExternalUserId");
        assertThat(said().chat().id()).isEqualTo(Twilio.LEA);
        assertThat(said().sender().also()).isNull();
    }

    @Test
    void trap_1_3_everything_goes_to_the_address_under_which_somebody_is_kept() {
        Reading reading = new WhatsAppReader(Twilio.ACCOUNT, Twilio.FROM, (shown, also) -> Objects.requireNonNull(also))
                .read(new Form(fields), 1, "x", NOW).reading();
        Incoming.Said said = (Incoming.Said) ((Reading.Read) reading).incoming();
        assertThat(said.chat()).isEqualTo(address(Twilio.LEA_OWN));
        assertThat(said.sender().address()).isEqualTo(address(Twilio.LEA_OWN));
        assertThat(said.sender().also()).isEqualTo(address(Twilio.LEA));
    }

    @Test
    void trap_1_2_a_real_button_of_ours_is_pressed() {
        fields.putAll(Map.of("MessageType", "interactive", "Body", "Confirmer", "ButtonText", "Confirmer",
                "ButtonPayload", "/publier 42", "OriginalRepliedMessageSid", REPLIED, "OriginalRepliedMessageSender",
                Twilio.FROM));
        assertThat(incoming()).isInstanceOfSatisfying(Incoming.Pressed.class, pressed -> {
            assertThat(pressed.data()).isEqualTo("/publier 42");
            assertThat(pressed.press()).isEqualTo(Twilio.sid("1"));
            assertThat(pressed.message()).isEqualTo(REPLIED);
            assertThat(pressed.place()).isEqualTo(Place.PRIVATE);
            assertThat(pressed.chat()).isEqualTo(address(Twilio.LEA));
        });
    }

    @Test
    void trap_1_2_an_entry_of_a_list_is_pressed_whichever_field_names_it() {
        fields.putAll(Map.of("Body", "Brouillon 3", "ListTitle", "Brouillon 3", "ListId", "/voir 3"));
        assertThat(incoming())
                .isInstanceOfSatisfying(Incoming.Pressed.class, p -> assertThat(p.data()).isEqualTo("/voir 3"));
        fields.remove("ListId");
        fields.put("ButtonPayload", "/voir 3");
        assertThat(incoming()).isInstanceOf(Incoming.Pressed.class);
    }

    @Test
    void a_button_without_its_command_is_what_stands_on_it() {
        fields.putAll(Map.of("Body", "", "ButtonText", "J’accepte", "OriginalRepliedMessageSid", REPLIED));
        assertThat(said().text().text()).isEqualTo("J’accepte");
        assertThat(said().replyTo()).isNull();
        fields.put("ButtonPayload", "x".repeat(201));
        assertThat(said().text().text()).isEqualTo("J’accepte");
    }

    @Test
    void trap_1_2_a_reply_names_our_message_and_none_of_its_words() {
        fields.putAll(Map.of("OriginalRepliedMessageSid", REPLIED, "OriginalRepliedMessageSender", Twilio.FROM));
        Quoted quoted = Objects.requireNonNull(said().replyTo());
        assertThat(quoted.message()).isEqualTo(REPLIED);
        assertThat(quoted.author()).isNull();
        assertThat(quoted.text()).isEqualTo(Words.NONE);
        assertThat(quoted.withheld()).isTrue();
    }

    @Test
    void trap_1_2_forwarded_is_told_in_three_places() {
        fields.put("Forwarded", "false");
        fields.put("FrequentlyForwarded", "true");
        assertThat(said().forwarded()).isTrue();
        fields.put("Forwarded", "true");
        fields.remove("FrequentlyForwarded");
        assertThat(said().forwarded()).isTrue();
        fields.remove("Forwarded");
        fields.put("ChannelMetadata",
                "{\"type\":\"whatsapp\",\"data\":{\"context\":{\"Forwarded\":\"true\",\"ProfileName\":\"Léa\"}}}");
        assertThat(said().forwarded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"data\":7}", "{\"data\":{\"context\":{\"Forwarded\":{}}}}", "null"})
    void metadata_of_any_shape_forwards_nothing(String metadata) {
        fields.put("ChannelMetadata", metadata);
        assertThat(said().forwarded()).isFalse();
    }

    @Test
    void trap_1_5_media_stay_with_twilio_and_come_as_references() {
        String message = "/Messages/MM" + "3".repeat(32) + "/Media/ME";
        String own = "https://api.twilio.com/2010-04-01/Accounts/" + Twilio.ACCOUNT + message;
        fields.putAll(Map.of("Body", "", "NumMedia", "2", "MediaUrl0", own + "4".repeat(32), "MediaContentType0",
                "image/jpeg", "MediaUrl1", own + "5".repeat(32), "MediaContentType1", "audio/ogg; codecs=opus"));
        Incoming.Said said = said();
        assertThat(said.media()).isTrue();
        assertThat(said.text()).isEqualTo(Words.NONE);
        assertThat(said.attached()).containsExactly(new Attachment(message + "4".repeat(32), "image/jpeg"),
                new Attachment(message + "5".repeat(32), "audio/ogg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/x.jpg",
            "https://api.twilio.com/2010-04-01/Accounts/ACbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb/Messages/MM33333333333333333333333333333333/Media/ME44444444444444444444444444444444",
            "https://api.twilio.com/2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Messages/../Media/ME44444444444444444444444444444444",
            "http://169.254.169.254/latest/meta-data", ""})
    void media_of_another_account_or_place_are_left_out(String url) {
        fields.putAll(Map.of("NumMedia", "1", "MediaUrl0", url, "MediaContentType0", "image/jpeg"));
        assertThat(said().attached()).isEmpty();
        assertThat(said().media()).isFalse();
    }

    @Test
    void a_place_is_put_in_words() {
        fields.putAll(Map.of("Body", "", "Latitude", "48.85661", "Longitude", "2.35222", "Label", "Hôtel-Dieu",
                "Address", "1 parvis Notre-Dame"));
        assertThat(said().text().text()).isEqualTo("Hôtel-Dieu\n1 parvis Notre-Dame\n48.85661, 2.35222");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp:+14155238887", "whatsapp:+4155238886", "+33612345678"})
    void what_goes_to_another_number_of_the_account_is_ignored(String to) {
        fields.put("To", to);
        assertThat(read().reading()).isEqualTo(new Reading.Ignored());
        assertThat(read().externalId()).isEqualTo(Twilio.sid("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp:+14155238886", "WHATSAPP:14155238886", "whatsapp:+1 (415) 523-8886", ""})
    void our_number_may_be_written_in_several_ways(String to) {
        fields.put("To", to);
        assertThat(read().reading()).isInstanceOf(Reading.Read.class);
        fields.remove("To");
        assertThat(read().reading()).isInstanceOf(Reading.Read.class);
    }

    @Test
    void trap_4_4_what_has_nothing_in_it_is_ignored() {
        fields.put("Body", "");
        assertThat(read().reading()).isEqualTo(new Reading.Ignored());
        fields.put("Body", " \n");
        fields.put("MessageType", "reaction");
        assertThat(read().reading()).isEqualTo(new Reading.Ignored());
    }

    @Test
    void what_says_neither_who_nor_which_is_unreadable_and_counted_without_its_words() {
        fields.put("From", "somebody");
        fields.remove("ExternalUserId");
        assertThat(read().reading()).isEqualTo(new Reading.Unreadable("From"));
        fields.put("MessageSid", "Bonjour");
        fields.remove("SmsMessageSid");
        assertThat(read().reading()).isEqualTo(new Reading.Unreadable("MessageSid"));
        assertThat(read().externalId()).isEqualTo("other");
    }

    @Test
    void of_a_field_that_comes_twice_the_first_counts() {
        byte[] body = (Twilio.encoded(fields) + "&Body=deux&From=whatsapp:%2B1").getBytes(
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(said(Form.of(body)).text().text()).isEqualTo("Bonjour à tous");
        assertThat(said(Form.of(body)).chat().id()).isEqualTo(Twilio.LEA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%ED%A0%80", "a\u0000b", "&&&", "=", "%F0%9F", "a=b=c"})
    void any_bytes_can_be_read(String hostile) {
        byte[] body = (hostile + "&" + Twilio.encoded(fields) + "&NumMedia=99999999999&Latitude=NaN&" + hostile)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(said(Form.of(body)).text().text()).isEqualTo("Bonjour à tous");
    }

    @Test
    void half_a_character_and_a_very_long_text_are_read_too() {
        fields.put("Body", "\uD83D" + "x".repeat(70_000) + "\u0000");
        assertThat(said().text().text()).hasSize(70_002);
        Map<String, String> every = new LinkedHashMap<>();
        fields.keySet().forEach(name -> every.put(name, "\uD83D\u0000"));
        assertThat(reader.read(new Form(every), 1, "other", NOW).reading()).isInstanceOf(Reading.Unreadable.class);
        assertThat(new Form(fields).toString()).doesNotContain("xxx");
    }

    private Arrival read() {
        return reader.read(new Form(fields), 1, "other", NOW);
    }

    private Incoming incoming() {
        return ((Reading.Read) read().reading()).incoming();
    }

    private Incoming.Said said() {
        return (Incoming.Said) incoming();
    }

    private Incoming.Said said(Form form) {
        return (Incoming.Said) ((Reading.Read) reader.read(form, 1, "other", NOW).reading()).incoming();
    }

    private static Address address(String id) {
        return new Address("whatsapp", id);
    }
}
