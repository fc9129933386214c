package org.covigie.bot.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.rest.content.v1.Content;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twilio's own library must understand the stand-in and be understood. */
class SdkTest extends StandInTest {

    private TwilioRestClient client() {
        return new TwilioRestClient.Builder(server.accountSid(), server.authToken())
                .httpClient(new LocalHttpClient(server.url())).build();
    }

    private PhoneNumber from() {
        return new PhoneNumber(server.from());
    }

    @Test
    void it_creates_fetches_and_lists_messages_page_by_page() {
        lea.writes("Bonjour");
        TwilioRestClient client = client();
        Message message = Message.creator(new PhoneNumber("whatsapp:FR.LEA1"), from(), "Bonjour Léa")
                .setStatusCallback(URI.create(PUBLIC + "/whatsapp/status#rc=3&rp=ct,rt,5xx")).create(client);
        assertThat(message.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(message.getStatus()).isEqualTo(Message.Status.QUEUED);
        for (int i = 0; i < 4; i++) {
            Message.creator(new PhoneNumber(lea.address()), from(), "n" + i).create(client);
        }
        settles();
        Message fetched = Message.fetcher(message.getSid()).fetch(client);
        assertThat(fetched.getStatus()).isEqualTo(Message.Status.READ);
        assertThat(fetched.getDateSent()).isNotNull();
        assertThat(fetched.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
        List<String> bodies = new ArrayList<>();
        Message.reader().setTo(new PhoneNumber(lea.address())).setDateSentAfter(ZonedDateTime.now().minusDays(1))
                .setPageSize(3L).read(client).forEach(one -> bodies.add(one.getBody()));
        assertThat(bodies).containsExactly("n3", "n2", "n1", "n0");
    }

    @Test
    void it_reads_errors_with_their_codes() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Message.creator(new PhoneNumber("whatsapp:nobody"), from(), "x").create(client()))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(21211))
                .satisfies(e -> assertThat(e.getStatusCode()).isEqualTo(400));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Message.fetcher("SM" + "0".repeat(32)).fetch(client()))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(20404));
    }

    @Test
    void it_makes_quick_replies_that_people_tap() {
        lea.writes("Bonjour");
        TwilioRestClient client = client();
        String sid = quick(client, 3);
        settles();
        Message.creator(new PhoneNumber(lea.address()), from(), (String) null).setContentSid(sid)
                .setContentVariables(
                        "{\"1\":\"De quoi s’agit-il ?\",\"2\":\"Problème\",\"3\":\"/p\",\"4\":\"Solution\","
                                + "\"5\":\"/s\",\"6\":\"Signal\",\"7\":\"/f\"}")
                .create(client);
        settles();
        SeenMessage asked = world.messages(lea).getLast();
        assertThat(asked.text()).isEqualTo("De quoi s’agit-il ?");
        assertThat(asked.buttons()).extracting(SeenMessage.Button::title).containsExactly("Problème", "Solution",
                "Signal");
        lea.taps(asked.sid(), "/s");
        settles();
        Receiver.Call call = bot.calls.getLast();
        assertThat(call.form()).containsEntry("ButtonPayload", "/s").containsEntry("ButtonText", "Solution")
                .containsEntry("Body", "Solution").containsEntry("MessageType", "interactive")
                .containsEntry("OriginalRepliedMessageSid", asked.sid());
        assertThat(new RequestValidator(server.authToken()).validate(PUBLIC + "/whatsapp/inbound", call.form(),
                call.signature())).isTrue();
        List<String> names = new ArrayList<>();
        Content.reader().setPageSize(1).read(client).forEach(one -> names.add(one.getFriendlyName()));
        assertThat(names).containsExactly("covigie-quick-3");
        assertThat(String.valueOf(Content.fetcher(sid).fetch(client).getTypes())).contains("twilio/quick-reply");
    }

    @Test
    void four_quick_replies_and_an_empty_variable_fail_later() {
        lea.writes("Bonjour");
        TwilioRestClient client = client();
        String four = send(client, quick(client, 4),
                "{\"1\":\"?\",\"2\":\"a\",\"3\":\"a\",\"4\":\"b\",\"5\":\"b\",\"6\":\"c\",\"7\":\"c\",\"8\":\"d\",\"9\":\"d\"}");
        String empty = send(client, quick(client, 1), "{\"1\":\"?\",\"2\":\"\",\"3\":\"a\"}");
        settles();
        assertThat(error(four)).isEqualTo(63021);
        assertThat(error(empty)).isEqualTo(63013);
    }

    @Test
    void it_makes_lists_that_people_choose_from() {
        lea.writes("Bonjour");
        TwilioRestClient client = client();
        Content.Types types = new Content.Types.Builder().twilioListPicker(Content.TwilioListPicker
                .builder("{{1}}", "Choisir", List.of(Content.ListItem.builder("{{3}}", "{{2}}").build())).build())
                .build();
        String sid = Content.creator(Content.ContentCreateRequest.builder("fr", types).friendlyName("covigie-list-1")
                .variables(Map.of("1", "?", "2", "a", "3", "b")).build()).create(client).getSid();
        send(client, sid, "{\"1\":\"Où exercez-vous ?\",\"2\":\"Finistère\",\"3\":\"/dep 29\"}");
        settles();
        SeenMessage asked = world.messages(lea).getLast();
        assertThat(asked.list()).isTrue();
        lea.taps(asked.sid(), "/dep 29");
        settles();
        assertThat(bot.calls.getLast().form()).containsEntry("ListId", "/dep 29").containsEntry("ListTitle",
                "Finistère");
    }

    @Test
    void it_lists_media() {
        String sid = lea.sends(new byte[]{1}, "audio/ogg", null);
        List<String> types = new ArrayList<>();
        Media.reader(sid).read(client()).forEach(one -> types.add(one.getContentType()));
        assertThat(types).containsExactly("audio/ogg");
    }

    private String send(TwilioRestClient client, String content, String variables) {
        return Message.creator(new PhoneNumber(lea.address()), from(), (String) null).setContentSid(content)
                .setContentVariables(variables).create(client).getSid();
    }

    private static String quick(TwilioRestClient client, int buttons) {
        List<Content.QuickReplyAction> actions = new ArrayList<>();
        for (int i = 0; i < buttons; i++) {
            actions.add(Content.QuickReplyAction.builder("{{" + (2 + 2 * i) + "}}")
                    .type(Content.QuickReplyActionType.QUICK_REPLY).id("{{" + (3 + 2 * i) + "}}").build());
        }
        Content.Types types = new Content.Types.Builder()
                .twilioQuickReply(Content.TwilioQuickReply.builder("{{1}}", actions).build()).build();
        return Content.creator(Content.ContentCreateRequest.builder("fr", types)
                .friendlyName("covigie-quick-" + buttons).variables(Map.of("1", "?")).build()).create(client).getSid();
    }
}
