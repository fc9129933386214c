package org.covigie.bot.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.covigie.bot.sandbox.twilio.Receiver.Call;
import org.junit.jupiter.api.Test;

class InboundTest extends StandInTest {

    private Call last() {
        settles();
        return bot.calls.getLast();
    }

    @Test
    void a_text_comes_with_all_that_real_calls_carry_and_the_signature_of_the_public_address() {
        String sid = lea.writes("Bonjour l’équipe 👋\nligne 2");
        Call call = last();
        assertThat(call.path()).isEqualTo("/whatsapp/inbound");
        assertThat(call.form()).containsEntry("MessageSid", sid).containsEntry("SmsSid", sid)
                .containsEntry("AccountSid", server.accountSid()).containsEntry("From", "whatsapp:+33639981301")
                .containsEntry("To", server.from()).containsEntry("WaId", "33639981301")
                .containsEntry("ProfileName", "Léa 🐝").containsEntry("ExternalUserId", "whatsapp:FR.LEA1")
                .containsEntry("Body", "Bonjour l’équipe 👋\nligne 2").containsEntry("NumMedia", "0")
                .containsEntry("NumSegments", "1").containsEntry("SmsStatus", "received")
                .containsEntry("ApiVersion", "2010-04-01").containsEntry("Forwarded", "false")
                .containsEntry("FrequentlyForwarded", "false").containsEntry("MessageType", "text")
                .containsEntry("ReferralNumMedia", "0").containsKey("ChannelMetadata");
        assertThat(call.signature())
                .isEqualTo(Signature.of(server.authToken(), PUBLIC + "/whatsapp/inbound", call.form()));
    }

    @Test
    void whoever_hides_the_number_comes_with_the_id_alone() {
        marc.forwards("Lu ailleurs");
        assertThat(last().form()).containsEntry("From", "whatsapp:FR.MARC1")
                .containsEntry("ExternalUserId", "whatsapp:FR.MARC1").doesNotContainKey("WaId")
                .containsEntry("Forwarded", "true");
        Person old = world.person("Odile", "+33639981302", null);
        old.writes("Bonjour");
        assertThat(last().form()).doesNotContainKey("ExternalUserId");
    }

    @Test
    void a_reply_names_the_message_for_seven_days() {
        lea.writes("Bonjour");
        String ours = twilio.created("To", lea.address(), "Body", "Bonjour Léa").text("sid");
        settles();
        lea.replies(ours, "Merci");
        assertThat(last().form()).containsEntry("OriginalRepliedMessageSid", ours)
                .containsEntry("OriginalRepliedMessageSender", server.from());
        assertThat(world.messages(lea).getLast().quotedText()).isEqualTo("Bonjour Léa");
        world.passes(Duration.ofDays(8));
        lea.replies(ours, "Encore merci");
        assertThat(last().form()).doesNotContainKey("OriginalRepliedMessageSid");
        assertThatIllegalStateException().isThrownBy(() -> marc.replies(ours, "Ce n’est pas à moi"));
    }

    @Test
    void a_picture_is_fetched_with_credentials_by_a_redirect_that_wants_none() throws Exception {
        lea.sends(new byte[]{7, 8}, "image/jpeg", "Ordonnance");
        Call call = last();
        assertThat(call.form()).containsEntry("NumMedia", "1").containsEntry("MediaContentType0", "image/jpeg")
                .containsEntry("Body", "Ordonnance");
        String url = call.get("MediaUrl0").replace("https://api.twilio.com", server.url());
        assertThat(twilio.bytes(url, false).statusCode()).isEqualTo(401);
        var redirect = twilio.bytes(url, true);
        assertThat(redirect.statusCode()).isEqualTo(307);
        String store = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(twilio.bytes(store, true).statusCode()).isEqualTo(400);
        var bytes = twilio.bytes(store, false);
        assertThat(bytes.body()).containsExactly(7, 8);
        assertThat(bytes.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(twilio.get("/Messages/" + call.get("MessageSid") + "/Media.json").json().path("media_list"))
                .hasSize(1);
    }

    @Test
    void a_location_and_a_reaction_come_without_text() {
        lea.locates(48.1, -4.2, "Cabinet de Kerlan");
        assertThat(last().form()).containsEntry("Latitude", "48.1").containsEntry("Label", "Cabinet de Kerlan")
                .containsEntry("Body", "");
        lea.reacts();
        assertThat(last().get("Body")).isEmpty();
    }

    @Test
    void a_5xx_is_tried_again_as_the_fragment_says_and_a_4xx_is_not() {
        bot.script.add(503);
        bot.script.add(500);
        lea.writes("un");
        settles();
        assertThat(bot.calls).extracting(call -> call.get("Body")).containsExactly("un", "un", "un");
        bot.script.add(403);
        lea.writes("deux");
        settles();
        assertThat(bot.calls).hasSize(4);
    }

    @Test
    void by_default_only_a_failed_connection_is_tried_again() {
        Overrides none = Overrides.of("https://bot.example.org/x");
        assertThat(none.retries()).isEqualTo(1);
        assertThat(none.when("ct")).isTrue();
        assertThat(none.when("5xx")).isFalse();
        assertThat(Overrides.of("https://bot.example.org/x#rc=9&rp=all").retries()).isEqualTo(1);
    }

    @Test
    void messages_of_one_person_come_in_their_order() {
        for (int i = 0; i < 20; i++) {
            lea.writes("n" + i);
        }
        settles();
        assertThat(bot.calls).extracting(call -> call.get("Body")).startsWith("n0", "n1", "n2").endsWith("n19");
    }

    @Test
    void the_peoples_own_group_is_not_told_to_anybody() {
        world.group().joins(lea);
        world.group().says(lea, "Entre nous");
        assertThatIllegalStateException().isThrownBy(() -> world.group().says(marc, "Moi aussi"));
        settles();
        assertThat(bot.calls).isEmpty();
        assertThat(world.group().lines()).hasSize(1);
    }
}
