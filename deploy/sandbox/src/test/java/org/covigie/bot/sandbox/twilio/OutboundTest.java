package org.covigie.bot.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.covigie.bot.sandbox.twilio.Caller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundTest extends StandInTest {

    private static final String STATUS = PUBLIC + "/whatsapp/status#rc=3&rp=ct,rt,5xx";

    @Test
    void a_message_is_queued_then_sent_delivered_and_read_and_each_step_is_told_with_a_signature() {
        lea.writes("Bonjour");
        settles();
        bot.calls.clear();
        Answer answer = twilio.created("To", lea.address(), "Body", "Bonjour Léa", "StatusCallback", STATUS);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("sid")).matches("SM[0-9a-f]{32}");
        assertThat(answer.text("status")).isEqualTo("queued");
        assertThat(answer.text("date_created")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(answer.json().path("date_sent").isNull()).isTrue();
        settles();
        String sid = answer.text("sid");
        assertThat(bot.statuses(sid)).containsExactly("sent", "delivered", "read");
        assertThat(bot.calls).allSatisfy(call -> {
            assertThat(call.path()).isEqualTo("/whatsapp/status");
            assertThat(call.signature())
                    .isEqualTo(Signature.of(server.authToken(), PUBLIC + "/whatsapp/status", call.form()));
        });
        assertThat(bot.calls.getLast().get("EventType")).isEqualTo("READ");
        assertThat(bot.calls.getLast().get("ExternalUserId")).isEqualTo("whatsapp:FR.LEA1");
        assertThat(world.messages(lea)).extracting(SeenMessage::text).containsExactly("Bonjour", "Bonjour Léa");
        assertThat(status(sid)).isEqualTo("read");
    }

    @Test
    void nobody_sees_that_somebody_without_receipts_has_read() {
        marc.receipts(false);
        marc.writes("Bonjour");
        String sid = twilio.created("To", "whatsapp:FR.MARC1", "Body", "Bonjour", "StatusCallback", STATUS)
                .text("sid");
        settles();
        assertThat(bot.statuses(sid)).containsExactly("sent", "delivered");
    }

    @ParameterizedTest
    @CsvSource({"whatsapp:06 12, x, 21211", "whatsapp:FR.UNKNOWN, x, 21211", "+33639981301, x, 21211",
            "whatsapp:+33639981301, '', 21602"})
    void what_twilio_refuses_at_once_is_refused_with_its_code(String to, String body, int code) {
        Answer answer = twilio.created("To", to, "Body", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("more_info")).endsWith("/" + code);
        assertThat(answer.json().path("status").asInt(0)).isEqualTo(400);
        assertThat(world.posts().getLast().sid()).isNull();
    }

    @Test
    void a_text_may_have_1600_characters_and_a_template_no_text_beside_it() {
        lea.writes("Bonjour");
        assertThat(twilio.created("To", lea.address(), "Body", "é".repeat(1600)).status()).isEqualTo(201);
        assertThat(twilio.created("To", lea.address(), "Body", "é".repeat(1601)).code()).isEqualTo(21617);
        world.approved("HX" + "1".repeat(32), "avis", "fr", "Une nouvelle vous attend.");
        assertThat(twilio.created("To", lea.address(), "Body", "x", "ContentSid", "HX" + "1".repeat(32)).status())
                .isEqualTo(400);
        assertThat(twilio.created("To", lea.address(), "ContentSid", "HX" + "2".repeat(32)).code()).isEqualTo(21655);
    }

    @Test
    void outside_the_window_free_text_is_taken_and_fails_later_while_a_template_arrives() {
        lea.writes("Bonjour");
        world.passes(Duration.ofHours(25));
        Answer late = twilio.created("To", lea.address(), "Body", "Trop tard", "StatusCallback", STATUS);
        assertThat(late.status()).isEqualTo(201);
        world.approved("HX" + "1".repeat(32), "synthese", "fr", "Nouvelle synthèse : {{1}}. À lire ici : {{2}} .");
        String template = twilio.created("To", lea.address(), "ContentSid", "HX" + "1".repeat(32), "ContentVariables",
                "{\"1\":\"Vaccins\",\"2\":\"https://example.org/1\"}").text("sid");
        settles();
        assertThat(status(late.text("sid"))).isEqualTo("undelivered");
        assertThat(error(late.text("sid"))).isEqualTo(63016);
        assertThat(bot.calls).filteredOn(call -> call.get("MessageSid").equals(late.text("sid"))).last()
                .satisfies(call -> assertThat(call.get("ErrorCode")).isEqualTo("63016"));
        assertThat(status(template)).isEqualTo("read");
        assertThat(world.messages(lea).getLast().text())
                .isEqualTo("Nouvelle synthèse : Vaccins. À lire ici : https://example.org/1 .");
        lea.writes("Me revoici");
        String now = twilio.created("To", lea.address(), "Body", "Bonjour").text("sid");
        settles();
        assertThat(status(now)).isEqualTo("read");
    }

    @Test
    void silence_of_one_person_shuts_that_window_only() {
        lea.writes("a");
        marc.writes("b");
        lea.fallsSilent();
        assertThat(lea.windowOpen()).isFalse();
        assertThat(marc.windowOpen()).isTrue();
    }

    @Test
    void nothing_reaches_who_has_blocked_vanished_or_never_was() {
        lea.writes("Bonjour");
        lea.blocks();
        String blocked = twilio.created("To", lea.address(), "Body", "a").text("sid");
        marc.writes("Bonjour");
        marc.vanishes();
        String vanished = twilio.created("To", marc.address(), "Body", "b").text("sid");
        String nobody = twilio.created("To", "whatsapp:+33639981399", "Body", "c").text("sid");
        settles();
        assertThat(List.of(error(blocked), error(vanished), error(nobody))).containsExactly(63014, 63024, 63003);
        assertThat(world.messages(lea)).hasSize(1);
        assertThat(world.seen(lea)).hasSize(2);
    }

    @Test
    void media_are_fetched_from_the_bot_and_refused_when_too_large_or_none() {
        lea.writes("Bonjour");
        Answer good = twilio.created("To", lea.address(), "Body", "Voici", "MediaUrl", PUBLIC + "/media/a");
        String big = twilio.created("To", lea.address(), "MediaUrl", PUBLIC + "/media/big").text("sid");
        String page = twilio.created("To", lea.address(), "MediaUrl", PUBLIC + "/media/html").text("sid");
        settles();
        assertThat(good.text("sid")).startsWith("MM");
        assertThat(List.of(error(good.text("sid")), error(big), error(page))).containsExactly(0, 63019, 63019);
        SeenMessage seen = world.messages(lea).getLast();
        assertThat(seen.media()).extracting(SeenMessage.Media::type).containsExactly("image/png");
        assertThat(world.media(seen.media().getFirst().id())).hasValueSatisfying(
                bytes -> assertThat(bytes).containsExactly(1, 2, 3));
    }

    @ParameterizedTest
    @CsvSource({"image/png, Voici", "video/mp4, Voici", "application/pdf, ''", "audio/ogg, ''"})
    void words_are_shown_beside_pictures_and_films_only(String type, String shown) {
        lea.writes("Bonjour");
        String sid = twilio.created("To", lea.address(), "Body", "Voici", "MediaUrl", PUBLIC + "/media/type/" + type)
                .text("sid");
        settles();
        assertThat(world.messages(lea).getLast().text()).isEqualTo(shown);
        // Twilio itself keeps them
        assertThat(twilio.get("/Messages/" + sid + ".json").text("body")).isEqualTo("Voici");
    }

    @ParameterizedTest
    @CsvSource({"image/webp, 0", "audio/ogg; codecs=opus, 0", "video/3gpp, 0", "text/plain;charset=UTF-8, 0",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document, 0", "application/json, 63019",
            "application/octet-stream, 63019", "image/gif, 63019", "text/csv, 63019"})
    void a_type_whatsapp_does_not_take_is_accepted_and_fails_later(String type, int error) {
        lea.writes("Bonjour");
        Answer answer = twilio.created("To", lea.address(), "MediaUrl",
                PUBLIC + "/media/type/" + type.replace(" ", "%20"));
        assertThat(answer.status()).isEqualTo(201);
        settles();
        assertThat(error(answer.text("sid"))).isEqualTo(error);
    }

    @Test
    void the_list_goes_newest_first_through_its_pages_by_address_and_day() {
        lea.writes("Bonjour");
        for (int i = 0; i < 5; i++) {
            twilio.created("To", lea.address(), "Body", "n" + i);
        }
        settles();
        Answer page = twilio.get("/Messages.json?PageSize=3&To=whatsapp%3A%2B33639981301");
        assertThat(page.json().path("messages")).hasSize(3);
        assertThat(page.json().path("messages").path(0).path("body").asString("")).isEqualTo("n4");
        // what came meanwhile must not push a message to the next page again
        twilio.created("To", lea.address(), "Body", "n5");
        String next = page.text("next_page_uri").replaceFirst("^.*(?=/Messages)", "");
        Answer second = twilio.get(next);
        assertThat(second.json().path("messages").valueStream().map(one -> one.path("body").asString("")))
                .containsExactly("n1", "n0");
        assertThat(second.json().path("next_page_uri").isNull()).isTrue();
        assertThat(twilio.get("/Messages.json?DateSent%3C=2020-01-01").json().path("messages")).isEmpty();
        assertThat(twilio.get("/Messages.json?DateSent%3E=2020-01-01&From=whatsapp%3A%2B33639981301").json()
                .path("messages").path(0).path("direction").asString("")).isEqualTo("inbound");
        assertThat(twilio.get("/Messages.json?DateSent=tomorrow").status()).isEqualTo(400);
    }

    @Test
    void a_message_nobody_has_and_a_wrong_token_are_told_apart() throws Exception {
        assertThat(twilio.get("/Messages/SM" + "0".repeat(32) + ".json").code()).isEqualTo(20404);
        assertThat(twilio.bytes(server.url() + "/v1/Content", false).statusCode()).isEqualTo(401);
    }
}
