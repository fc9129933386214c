package org.covigie.bot.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.HostedFiles;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContentsTest {
    private static final String MADE = "HX" + "c".repeat(32);
    private static final Template TWO = new Template(Template.Kind.QUICK_REPLY, 2);
    private static final String CONTENT = "/v1/Content";
    private static final String MESSAGES = "/2010-04-01/Accounts/" + Twilio.ACCOUNT + "/Messages.json";

    @RegisterExtension
    static WireMockExtension twilio = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final TestClock clock = new TestClock();
    private final TwilioApi api = Twilio.api(twilio.baseUrl());
    private final Contents contents = new Contents(api, clock);

    @BeforeEach
    void none() {
        lists();
        twilio.stubFor(post(urlPathEqualTo(CONTENT))
                .willReturn(okJson("{\"sid\":\"" + MADE + "\",\"friendly_name\":\"x\"}").withStatus(201)));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_template_is_made_once_and_reused() {
        assertThat(contents.sid(TWO)).isEqualTo(MADE);
        assertThat(contents.sid(TWO)).isEqualTo(MADE);
        twilio.verify(1, getRequestedFor(anyUrl()));
        twilio.verify(1, postRequestedFor(anyUrl()));
        JsonNode made = JsonMapper.builder().build()
                .readTree(twilio.findAll(postRequestedFor(anyUrl())).getFirst().getBody());
        assertThat(made.path("friendly_name").asString()).isEqualTo("covigie-quick-reply-2-v1");
        assertThat(made.path("language").asString()).isEqualTo("fr");
        assertThat(made.path("variables").size()).isEqualTo(5);
        JsonNode reply = made.path("types").path("twilio/quick-reply");
        assertThat(reply.path("body").asString()).isEqualTo("{{1}}");
        assertThat(reply.path("actions").get(1).path("title").asString()).isEqualTo("{{4}}");
        assertThat(reply.path("actions").get(1).path("id").asString()).isEqualTo("{{5}}");
        assertThat(reply.path("actions").get(1).path("type").asString()).isEqualTo("QUICK_REPLY");
    }

    @Test
    void a_list_has_items_and_a_word_that_opens_it() {
        contents.sid(new Template(Template.Kind.LIST_PICKER, 4));
        JsonNode list = JsonMapper.builder().build()
                .readTree(twilio.findAll(postRequestedFor(anyUrl())).getFirst().getBody()).path("types")
                .path("twilio/list-picker");
        assertThat(list.path("items").size()).isEqualTo(4);
        assertThat(list.path("items").get(3).path("item").asString()).isEqualTo("{{8}}");
        assertThat(list.path("items").get(3).path("id").asString()).isEqualTo("{{9}}");
        assertThat(list.path("button").asString()).isNotBlank().hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void one_that_another_instance_made_is_found_on_whichever_page_it_is() {
        twilio.stubFor(get(urlPathEqualTo(CONTENT)).willReturn(okJson(
                "{\"contents\":[{\"sid\":\"HX1\",\"friendly_name\":\"other\",\"types\":{}}],\"meta\":{\"key\":\"contents\","
                        + "\"page_size\":100,\"first_page_url\":\"https://content.twilio.com/v1/Content?PageSize=100\","
                        + "\"url\":\"https://content.twilio.com/v1/Content\",\"previous_page_url\":null,"
                        + "\"next_page_url\":\"https://content.twilio.com/v1/More?Page=1\"}}")));
        twilio.stubFor(get(urlPathEqualTo("/v1/More")).willReturn(okJson(page("covigie-quick-reply-2-v1", "HX2"))));
        assertThat(contents.sid(TWO)).isEqualTo("HX2");
        twilio.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void while_the_content_api_refuses_choices_are_numbered_for_an_hour() {
        twilio.stubFor(post(urlPathEqualTo(CONTENT))
                .willReturn(aResponse().withStatus(403).withBody(Twilio.error(403, 20403))));
        assertThat(contents.sid(TWO)).isNull();
        clock.advance(Duration.ofMinutes(59));
        assertThat(contents.sid(TWO)).isNull();
        twilio.verify(1, postRequestedFor(anyUrl()));
        none();
        clock.advance(Duration.ofMinutes(2));
        assertThat(contents.sid(TWO)).isEqualTo(MADE);
    }

    @Test
    void while_it_cannot_be_asked_they_are_numbered_for_a_minute() {
        twilio.stubFor(get(urlPathEqualTo(CONTENT)).willReturn(aResponse().withStatus(503)));
        assertThat(contents.sid(TWO)).isNull();
        twilio.verify(0, postRequestedFor(anyUrl()));
        none();
        clock.advance(Duration.ofSeconds(61));
        assertThat(contents.sid(TWO)).isEqualTo(MADE);
    }

    @Test
    void a_template_that_twilio_refuses_in_a_message_is_not_used_again() {
        WhatsAppProperties properties = Twilio.properties(twilio.baseUrl());
        WhatsAppChannel channel = new WhatsAppChannel(api,
                new WhatsAppWriter(
                        WhatsAppConfiguration.means(contents, new MediaLinks("t", clock), mock(HostedFiles.class),
                                new PublicAddress(Twilio.PUBLIC), properties)),
                contents, properties, new SimpleMeterRegistry());
        Outgoing.Text question = new Outgoing.Text(new Address("whatsapp", Twilio.LEA), null, null, null,
                Rich.plain("Bien ?"), List.of(List.of(Button.command("Oui", "/oui"), Button.command("Non", "/non"))));
        twilio.stubFor(post(urlPathEqualTo(MESSAGES))
                .willReturn(aResponse().withStatus(400).withBody(Twilio.error(400, 21655))));
        assertThat(channel.send(question)).isInstanceOf(Outcome.Later.class);
        twilio.stubFor(post(urlPathEqualTo(MESSAGES))
                .willReturn(okJson(Twilio.message(Twilio.sid("5"), "queued", "")).withStatus(201)));
        assertThat(channel.send(question)).isEqualTo(new Outcome.Sent(Twilio.sid("5")));
        assertThat(twilio.findAll(postRequestedFor(urlPathEqualTo(MESSAGES)))).extracting(
                request -> Form.of(request.getBody()).getOr("ContentSid", Form.of(request.getBody()).getOr("Body", "")))
                .containsExactly(MADE, "Bien ?\n\n1 → Oui\n2 → Non");
    }

    @ParameterizedTest
    @ValueSource(ints = {63013, 63021})
    void words_that_do_not_go_into_a_template_are_numbered_and_others_keep_their_buttons(int code) {
        WhatsAppProperties properties = Twilio.properties(twilio.baseUrl());
        WhatsAppChannel channel = new WhatsAppChannel(api, new WhatsAppWriter(Twilio.means(MADE)), contents, properties,
                new SimpleMeterRegistry());
        assertThat(contents.sid(TWO)).isEqualTo(MADE);
        Outgoing.Text question = new Outgoing.Text(new Address("whatsapp", Twilio.LEA), null, null, null,
                Rich.plain("Bien ?"), List.of(List.of(Button.command("Oui", "/oui"), Button.command("Non", "/non"))));
        twilio.stubFor(post(urlPathEqualTo(MESSAGES))
                .willReturn(aResponse().withStatus(400).withBody(Twilio.error(400, code))));
        twilio.stubFor(post(urlPathEqualTo(MESSAGES)).withRequestBody(containing("Body="))
                .willReturn(okJson(Twilio.message(Twilio.sid("5"), "queued", "")).withStatus(201)));
        assertThat(channel.send(question)).isEqualTo(new Outcome.Sent(Twilio.sid("5")));
        assertThat(Form.of(twilio.findAll(postRequestedFor(urlPathEqualTo(MESSAGES))).getLast().getBody()).get("Body"))
                .isEqualTo("Bien ?\n\n1 → Oui\n2 → Non");
        twilio.verify(2, postRequestedFor(urlPathEqualTo(MESSAGES)));
        assertThat(contents.sid(TWO)).isEqualTo(MADE);
    }

    @Test
    void while_the_content_api_is_slow_only_the_first_message_that_needs_a_template_waits_for_it() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        WireMockServer slow = new WireMockServer(wireMockConfig().dynamicPort());
        slow.start();
        try (TwilioApi there = Twilio.api(slow.baseUrl())) {
            Contents own = new Contents(there, clock);
            slow.stubFor(get(urlPathEqualTo(CONTENT)).willReturn(okJson(page("covigie-list-picker-4-v1", MADE))));
            slow.stubFor(post(urlPathEqualTo(CONTENT)).willReturn(okJson("{\"sid\":\"HX1\"}").withStatus(201)));
            Template known = new Template(Template.Kind.LIST_PICKER, 4);
            assertThat(own.sid(known)).isEqualTo(MADE);
            slow.addMockServiceRequestListener((request, response) -> await(asked, answers));

            CompletableFuture<@Nullable String> first = CompletableFuture.supplyAsync(() -> own.sid(TWO));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(own.sid(known)).as("known before").isEqualTo(MADE);
            assertThat(own.sid(TWO)).as("its choices are numbered").isNull();
            assertThat(first).isNotDone();
            answers.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("HX1");
            assertThat(own.sid(TWO)).isEqualTo("HX1");
        } finally {
            answers.countDown();
            slow.stop();
        }
    }

    private static void await(CountDownLatch asked, CountDownLatch answers) {
        asked.countDown();
        try {
            assertThat(answers.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void lists() {
        twilio.stubFor(get(urlPathEqualTo(CONTENT)).willReturn(okJson(page("other", "HX1"))));
    }

    private static String page(String name, String sid) {
        return "{\"contents\":[{\"sid\":\"" + sid + "\",\"friendly_name\":\"" + name
                + "\",\"language\":\"fr\",\"variables\":{},\"types\":{\"twilio/text\":{\"body\":\"x\"}}}],\"meta\":{\"key\":"
                + "\"contents\",\"page\":0,\"page_size\":100,\"first_page_url\":\"https://content.twilio.com/v1/Content\","
                + "\"previous_page_url\":null,\"url\":\"https://content.twilio.com/v1/Content\",\"next_page_url\":null}}";
    }
}
