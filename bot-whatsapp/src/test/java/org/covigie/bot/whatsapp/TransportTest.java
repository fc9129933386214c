package org.covigie.bot.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.people.Address;
import org.covigie.bot.whatsapp.Answer.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TransportTest {
    private static final String MESSAGES = "/2010-04-01/Accounts/" + Twilio.ACCOUNT + "/Messages.json";

    @RegisterExtension
    static WireMockExtension twilio = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final Connection connection = new Connection();
    private final TwilioApi api = api(Duration.ofSeconds(10));

    private TwilioApi api(Duration timeout) {
        return new TwilioApi(Twilio.properties(twilio.baseUrl(), timeout),
                new PublicAddress(Twilio.PUBLIC).statusCallback(), connection);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void trap_6_2_a_message_is_made_at_the_operators_server_with_the_accounts_credentials() {
        twilio.stubFor(post(anyUrl()).willReturn(
                okJson(Twilio.message(Twilio.sid("5"), "queued", "\"unheard_of\":{}")).withStatus(201)));
        assertThat(sent("Bonjour à tous 👋")).isEqualTo(new Outcome.Sent(Twilio.sid("5")));
        LoggedRequest request = twilio.findAll(postRequestedFor(urlPathEqualTo(MESSAGES))).getFirst();
        assertThat(request.header("Authorization").firstValue())
                .isEqualTo("Basic " + java.util.Base64.getEncoder().encodeToString(
                        (Twilio.ACCOUNT + ":" + Twilio.TOKEN).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Form form = Form.of(request.getBody());
        assertThat(form.fields()).containsEntry("To", Twilio.LEA).containsEntry("From", Twilio.FROM)
                .containsEntry("Body", "Bonjour à tous 👋")
                .containsEntry("StatusCallback", "https://bot.example.org/whatsapp/status#rc=3&rp=ct,rt,5xx")
                .hasSize(4);
        assertThat(connection.state()).isEqualTo(Connection.State.CONNECTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429, 400, 401, 408})
    void trap_6_3_whatever_twilio_answers_a_message_is_posted_once(int status) {
        twilio.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status).withBody("{}")));
        sent("Bonjour");
        twilio.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void trap_6_3_a_wait_that_twilio_asks_for_blocks_nobody_here() {
        twilio.stubFor(post(anyUrl()).willReturn(
                aResponse().withStatus(429).withHeader("Retry-After", "30").withBody(Twilio.error(429, 20429))));
        long before = System.nanoTime();
        assertThat(sent("Bonjour")).isEqualTo(new Outcome.Later(Duration.ofSeconds(30), "20429"));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void trap_6_4_silence_and_a_body_that_stalls_are_cut(boolean body) {
        ResponseDefinitionBuilder late = okJson(Twilio.message(Twilio.sid("5"), "queued", ""));
        twilio.stubFor(post(anyUrl()).willReturn(
                body ? late.withChunkedDribbleDelay(20, 20_000) : late.withFixedDelay(20_000)));
        long before = System.nanoTime();
        try (TwilioApi impatient = api(Duration.ofMillis(800))) {
            assertThat(Outcomes.of(impatient.create(Sending.text(Twilio.LEA, "Bonjour"))))
                    .isEqualTo(new Outcome.Unknown("timeout"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        twilio.verify(1, postRequestedFor(anyUrl()));
        assertThat(connection.state().well()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void trap_6_3_a_connection_that_breaks_leaves_the_outcome_unknown(Fault fault) {
        twilio.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThat(sent("Bonjour")).isInstanceOf(Outcome.Unknown.class);
        twilio.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void without_a_connection_nothing_was_sent() throws IOException {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        try (TwilioApi away = new TwilioApi(Twilio.properties("http://127.0.0.1:" + port), null, connection)) {
            assertThat(Outcomes.of(away.create(Sending.text(Twilio.LEA, "Bonjour"))))
                    .isEqualTo(new Outcome.Later(null, "unreachable"));
        }
        assertThat(connection.state()).isEqualTo(Connection.State.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>a proxy’s page</html>
            201 | ''
            201 | null
            201 | []
            201 | {}
            201 | {"sid":""}
            201 | {"sid":7,"status":{}}
            302 | {"sid":"SM00000000000000000000000000000000"}
            304 | ''
            500 | <html>a proxy’s page</html>
            502 | ''
            """)
    void trap_6_5_an_answer_that_is_none_leaves_the_outcome_unknown(int status, String body) {
        twilio.stubFor(post(anyUrl()).willReturn(
                aResponse().withStatus(status).withHeader("Location", "/elsewhere").withBody(body)));
        assertThat(sent("Bonjour")).isInstanceOf(Outcome.Unknown.class);
        twilio.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void trap_6_5_a_refusal_that_is_not_twilios_has_its_http_status_for_a_code() {
        twilio.stubFor(post(anyUrl()).willReturn(
                aResponse().withStatus(422).withBody("{\"type\":\"about:blank\",\"title\":\"Unprocessable\"}")));
        assertThat(sent("Bonjour")).isEqualTo(new Outcome.Refused("http-422"));
    }

    @Test
    void trap_3_1_a_status_nobody_knows_is_as_good_as_any() {
        twilio.stubFor(post(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("5"), "teleported", ""))));
        assertThat(sent("Bonjour")).isEqualTo(new Outcome.Sent(Twilio.sid("5")));
    }

    @Test
    void trap_3_1_the_word_null_is_posted_as_somebody_wrote_it() {
        twilio.stubFor(post(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("5"), "queued", ""))));
        WhatsAppChannel channel = new WhatsAppChannel(api, new WhatsAppWriter(Twilio.means(null)),
                new Contents(api, InstantSource.system()), Twilio.properties(twilio.baseUrl()),
                new SimpleMeterRegistry());
        assertThat(channel.send(new Outgoing.Text(new Address("whatsapp", Twilio.LEA), null, null, null,
                Rich.plain("null"), java.util.List.of()))).isEqualTo(new Outcome.Sent(Twilio.sid("5")));
        Form form = Form.of(twilio.findAll(postRequestedFor(anyUrl())).getFirst().getBody());
        assertThat(form.getOr("Body", "").strip()).isEqualTo("null");
    }

    @Test
    void trap_6_6_many_threads_share_one_client_and_each_gets_its_own_answer() {
        for (int n = 10; n < 42; n++) {
            twilio.stubFor(post(urlPathEqualTo(MESSAGES)).withRequestBody(containing("Body=mot" + n)).willReturn(
                    okJson(Twilio.message(Twilio.sid("" + n), "queued", "")).withStatus(201).withFixedDelay(20)));
        }
        java.util.List<Integer> numbers = java.util.stream.IntStream.range(10, 42).boxed().toList();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = numbers.stream().map(n -> threads.submit(() -> sent("mot" + n))).toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i)).succeedsWithin(Duration.ofSeconds(30))
                        .isEqualTo(new Outcome.Sent(Twilio.sid("" + numbers.get(i))));
            }
        }
        twilio.verify(numbers.size(), postRequestedFor(anyUrl()));
    }

    @Test
    void trap_7_1_a_message_is_made_with_documented_parameters_only_and_media_as_one_value_each() {
        twilio.stubFor(post(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("5"), "queued", ""))));
        api.create(new Sending(Twilio.LEA, "Bonjour", java.net.URI.create(Twilio.PUBLIC + "/m"), null, null));
        api.create(new Sending(Twilio.LEA, null, null, "HX" + "1".repeat(32), "{\"1\":\"Zoë\"}"));
        // twilio_api_v2010.json of github.com/twilio/twilio-oai: POST …/Messages.json
        java.util.Set<String> documented = java.util.Set.of("To", "From", "Body", "MediaUrl", "ContentSid",
                "ContentVariables", "StatusCallback");
        assertThat(twilio.findAll(postRequestedFor(urlPathEqualTo(MESSAGES)))).hasSize(2).allSatisfy(request -> {
            String body = new String(request.getBody(), java.nio.charset.StandardCharsets.UTF_8);
            java.util.List<String> names = java.util.Arrays.stream(body.split("&"))
                    .map(pair -> pair.split("=", 2)[0]).toList();
            assertThat(names).doesNotHaveDuplicates();
            assertThat(documented).containsAll(names);
        });
    }

    @Test
    void trap_1_3_somebody_without_a_number_is_written_to_as_they_came() {
        twilio.stubFor(post(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("5"), "queued", ""))));
        api.create(Sending.text(Twilio.LEA_OWN, "Bonjour"));
        assertThat(Form.of(twilio.findAll(postRequestedFor(anyUrl())).getFirst().getBody()).get("To"))
                .isEqualTo("whatsapp:FR.1A2B3C4D5E6F");
        assertThat(new PhoneNumber(Twilio.LEA_OWN)).hasToString(Twilio.LEA_OWN);
    }

    @Test
    void pages_are_followed_at_the_operators_server_too() {
        twilio.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(okJson("{\"messages\":["
                + Twilio.message(Twilio.sid("1"), "sent", "")
                + "],\"uri\":\"/one\",\"next_page_uri\":\"/two?Page=1&PageToken=a%20b\"}")));
        twilio.stubFor(get(urlPathEqualTo("/two")).willReturn(
                okJson(Twilio.page(Twilio.message(Twilio.sid("2"), "sent", "")))));
        assertThat(api.messagesMade(Twilio.LEA, Instant.parse("2026-11-23T00:00:00Z")))
                .isInstanceOfSatisfying(Answer.Done.class, done -> assertThat((java.util.List<?>) done.value())
                        .map(message -> ((Message) message).getSid())
                        .isEqualTo(java.util.List.of(Twilio.sid("1"), Twilio.sid("2"))));
    }

    @Test
    void the_token_goes_to_no_host_but_twilios() {
        try (TwilioApi real = new TwilioApi(Twilio.properties(""), null, connection);
                Transport transport = new Transport(null, Duration.ofSeconds(1))) {
            com.twilio.http.Request elsewhere = new com.twilio.http.Request(com.twilio.http.HttpMethod.GET,
                    twilio.baseUrl() + "/x");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> transport.makeRequest(elsewhere)))
                    .isInstanceOfSatisfying(NoAnswer.class,
                            none -> assertThat(none.why()).isEqualTo(new Failure.Lost("foreign-host")));
            assertThat(real).isNotNull();
        }
    }

    @Test
    void nothing_of_a_failure_shows_words_numbers_or_the_account(CapturedOutput output) {
        twilio.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(401).withBody(Twilio.error(401, 20003))));
        assertThat(sent("Bonjour")).isEqualTo(new Outcome.Later(Duration.ofMinutes(1), "20003"));
        assertThat(connection.state()).isEqualTo(Connection.State.REFUSED);
        sent("Bonjour");
        assertThat(output.getAll()).containsOnlyOnce("COVIGIE_WHATSAPP_AUTH_TOKEN").doesNotContain("Bonjour")
                .doesNotContain(Twilio.ACCOUNT).doesNotContain("336123").doesNotContain("what Léa wrote");
    }

    private Outcome sent(String body) {
        return Outcomes.of(api.create(Sending.text(Twilio.LEA, body)));
    }
}
