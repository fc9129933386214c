package org.covigie.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class TelegramChannelTest {
    private static final String TOKEN = "123456:T-0ken_that-must-never-show";
    private static final Address LEA = new Address("telegram", "5400000001");
    private static final Address GROUP = new Address("telegram", "-1001700000001");
    private static final String SENT = "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1}}";

    @RegisterExtension
    static WireMockExtension telegram = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort()).build();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Connection connection = new Connection();
    private TelegramApi api = api(telegram.baseUrl());
    private Self self = new Self(api);
    private TelegramChannel channel = new TelegramChannel(api, self, meters);

    @BeforeEach
    void freshApi() {
        useServer(telegram.baseUrl());
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aTextTravelsWithEntitiesAndNeverWithAParseMode() {
        Rich rich = new Rich("<b>Léa</b> 😀 a écrit",
                List.of(mark(Rich.Style.BOLD, 0, 10), mark(Rich.Style.QUOTE, 11, 2),
                        new Rich.Mark(Rich.Style.LINK, 14, 7, "https://covigie.example/s/1"),
                        mark(Rich.Style.CODE, 21, 999),
                        mark(Rich.Style.ITALIC, 500, 2)));
        JsonNode body = request("sendmessage", new Outgoing.Text(GROUP, "12", "41", null, rich, List.of()));
        assertThat(body.toString()).isEqualTo(Answer.JSON.readTree("""
                {"chat_id":"-1001700000001","message_thread_id":12,"text":"<b>Léa</b> 😀 a écrit",
                 "entities":[{"type":"bold","offset":0,"length":10},{"type":"blockquote","offset":11,"length":2},
                  {"type":"text_link","offset":14,"length":7,"url":"https://covigie.example/s/1"}],
                 "link_preview_options":{"is_disabled":true},
                 "reply_parameters":{"message_id":41,"allow_sending_without_reply":true}}""").toString());
    }

    @Test
    void theGeneralTopicIsAddressedByNamingNone() {
        assertThat(request("sendmessage", new Outgoing.Text(GROUP, "1", null, null, Rich.plain("x"), List.of()))
                .has("message_thread_id")).isFalse();
    }

    @Test
    void anEphemeralTextNamesItsReceiverAsBotApi103Says() {
        assertThat(request("sendmessage", new Outgoing.Text(GROUP, null, null, LEA, Rich.plain("x"), List.of()))
                .path("ephemeral_message_parameters").toString()).isEqualTo("{\"receiver_user_id\":5400000001}");
    }

    @Test
    void onlyHttpsLinksStandOnButtonsAndTheOthersInTheText() {
        JsonNode body = request("sendmessage",
                text("Voilà",
                        List.of(List.of(Button.command("Publier", "/publier 3"),
                                Button.link("Voir", "https://a.example/3")),
                                List.of(Button.link("Console", "http://localhost:8080/c"),
                                        Button.link("Ici", "https://localhost/d")))));
        assertThat(body.path("reply_markup").toString()).isEqualTo("{\"inline_keyboard\":[[{\"text\":\"Publier\","
                + "\"callback_data\":\"/publier 3\"},{\"text\":\"Voir\",\"url\":\"https://a.example/3\"}]]}");
        assertThat(body.path("text").stringValue())
                .isEqualTo("Voilà\n\nConsole\nhttp://localhost:8080/c\n\nIci\nhttps://localhost/d");
    }

    @Test
    void aButtonOverSixtyFourBytesIsRefusedBeforeTelegramIsAsked() {
        assertThat(channel.send(text("x", List.of(List.of(Button.command("x", "é".repeat(33)))))))
                .isEqualTo(new Outcome.Refused("button-data-too-long"));
        assertThat(channel.send(text("x", List.of(List.of(Button.command("", "/x"))))))
                .isEqualTo(new Outcome.Refused("request-invalid"));
        assertThat(channel.send(text("", List.of()))).isEqualTo(new Outcome.Refused("request-invalid"));
        assertThat(telegram.getAllServeEvents()).isEmpty();
    }

    @Test
    void anEditTakesTheButtonsAwayWhenThereAreNone() {
        JsonNode body = request("editmessagetext", new Outgoing.Edit(LEA, "52", Rich.plain("Publié"), List.of()));
        assertThat(body.toString()).isEqualTo("{\"chat_id\":\"5400000001\",\"message_id\":52,\"text\":\"Publié\","
                + "\"link_preview_options\":{\"is_disabled\":true}}");
    }

    @Test
    void aReactionIsPutAndTakenBack() {
        assertThat(request("setMessageReaction", new Outgoing.Reaction(GROUP, "41", "👀")).path("reaction").toString())
                .isEqualTo("[{\"type\":\"emoji\",\"emoji\":\"👀\"}]");
        assertThat(request("setMessageReaction", new Outgoing.Reaction(GROUP, "41", null)).path("reaction").toString())
                .isEqualTo("[]");
    }

    @Test
    void theAnswerToAPressIsCutAtTwoHundred() {
        JsonNode body = request("answercallbackquery", new Outgoing.PressAnswer(LEA, "p1", "x".repeat(300), true));
        assertThat(body.path("text").stringValue()).hasSize(200).endsWith("…");
        assertThat(body.path("show_alert").booleanValue()).isTrue();
        assertThat(request("answercallbackquery", new Outgoing.PressAnswer(LEA, "p1", null, false)).toString())
                .isEqualTo("{\"callback_query_id\":\"p1\"}");
    }

    static Stream<Arguments> answers() {
        Outgoing inGroup = text(GROUP, "Bonjour");
        Outgoing inPrivate = text(LEA, "Bonjour");
        Outgoing edit = new Outgoing.Edit(GROUP, "52", Rich.plain("x"), List.of());
        Outgoing press = new Outgoing.PressAnswer(LEA, "p", null, false);
        Outgoing onlyFor = new Outgoing.Text(GROUP, null, null, LEA, Rich.plain("x"), List.of());
        return Stream.of(arguments("sent", inGroup, 200, SENT, new Outcome.Sent("77")),
                arguments("sent, though the library could not read the reply", inGroup, 200,
                        "{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1790000000000,\"gift\":{\"gift\":{}},\"chat\":7}}",
                        new Outcome.Sent("77")),
                arguments("an ephemeral message has no id to find it by", onlyFor, 200,
                        "{\"ok\":true,\"result\":{\"message_id\":0,\"ephemeral_message_id\":5}}",
                        new Outcome.Sent(null)),
                arguments("429 waits as long as Telegram says", inGroup, 429,
                        denied(429, "Too Many Requests: retry after 7", "{\"retry_after\":7}"),
                        new Outcome.Later(Duration.ofSeconds(7), "too-many-requests")),
                arguments("429 without a time", inGroup, 429, denied(429, "Too Many Requests", null),
                        new Outcome.Later(null, "too-many-requests")),
                arguments("a migrated group has another address", inGroup, 400,
                        denied(400, "Bad Request: group chat was upgraded to a supergroup chat",
                                "{\"migrate_to_chat_id\":-1001700000003}"),
                        new Outcome.Moved(new Address("telegram", "-1001700000003"))),
                arguments("blocked", inPrivate, 403, denied(403, "Forbidden: bot was blocked by the user", null),
                        new Outcome.Gone("bot-was-blocked-by-the-user")),
                arguments("never opened", inPrivate, 403,
                        denied(403, "Forbidden: bot can't initiate conversation with a user", null),
                        new Outcome.Gone("bot-can-t-initiate-conversation-with-a-user")),
                arguments("one member cannot be reached, the group can", onlyFor, 403,
                        denied(403, "Forbidden: user is deactivated", null),
                        new Outcome.Refused("user-is-deactivated")),
                arguments("private chat not found", inPrivate, 400, denied(400, "Bad Request: chat not found", null),
                        new Outcome.Gone("chat-not-found")),
                arguments("group not found", inGroup, 400, denied(400, "Bad Request: chat not found", null),
                        new Outcome.Refused("chat-not-found")),
                arguments("token refused", inGroup, 401, denied(401, "Unauthorized", null),
                        new Outcome.Later(Duration.ofMinutes(5), "token-refused")),
                arguments("no such bot", inGroup, 404, denied(404, "Not Found", null),
                        new Outcome.Later(Duration.ofMinutes(5), "token-refused")),
                arguments("the code keeps nothing that Telegram quotes", inGroup, 400,
                        denied(400, "Bad Request: can't parse entities: Unsupported start tag \"paul\" at 12", null),
                        new Outcome.Refused("can-t-parse-entities")),
                arguments("an unchanged message is as good as edited", edit, 400, denied(400,
                        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
                        null), new Outcome.Sent("52")),
                arguments("a message that is gone cannot be edited", edit, 400,
                        denied(400, "Bad Request: message to edit not found", null),
                        new Outcome.Refused("message-to-edit-not-found")),
                arguments("a press answered too late is answered", press, 400, denied(400,
                        "Bad Request: query is too old and response timeout expired or query ID is invalid", null),
                        new Outcome.Sent(null)),
                arguments("HTML 502", inGroup, 502, "<html><h1>502 Bad Gateway</h1></html>",
                        new Outcome.Unknown("answer-unreadable")),
                arguments("JSON 500", inGroup, 500, denied(500, "Internal Server Error", null),
                        new Outcome.Unknown("http-500")),
                arguments("ok:false without a code", inGroup, 200, "{\"ok\":false}", new Outcome.Unknown("no-code")),
                arguments("no ok at all", inGroup, 200, "{}", new Outcome.Unknown("answer-unreadable")),
                arguments("an empty answer", inGroup, 200, "", new Outcome.Unknown("answer-unreadable")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void whatTelegramAnswersBecomesOneOutcome(String name, Outgoing outgoing, int status, String body,
            Outcome expected) {
        telegram.stubFor(post(anyUrl()).willReturn(WireMock.aResponse().withStatus(status).withBody(body)));
        assertThat(channel.send(outgoing)).as(name).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"CONNECTION_RESET_BY_PEER",
            "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"})
    void aConnectionLostAfterTheRequestWasReadIsUnknownAndSentOnce(Fault fault) {
        telegram.stubFor(post(anyUrl()).willReturn(WireMock.aResponse().withFault(fault)));
        assertThat(channel.send(text(GROUP, "Bonjour"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(telegram.getAllServeEvents()).hasSize(1);
    }

    @Test
    void aKeptAliveConnectionThatDropsIsNeverSilentlySentAgain() {
        telegram.stubFor(post(urlMatching(".*/sendmessage")).willReturn(okJson(SENT)));
        assertThat(channel.send(text(GROUP, "un"))).isEqualTo(new Outcome.Sent("77"));
        telegram.stubFor(post(urlMatching(".*/sendmessage"))
                .willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(channel.send(text(GROUP, "deux"))).isEqualTo(new Outcome.Unknown("connection-lost"));
        assertThat(telegram.findAll(WireMock.postRequestedFor(urlMatching(".*/sendmessage")))).hasSize(2);
    }

    @Test
    void aSlowAnswerIsUnknown() {
        telegram.stubFor(post(anyUrl()).willReturn(okJson(SENT).withFixedDelay(3_000)));
        assertThat(channel.send(text(GROUP, "Bonjour"))).isEqualTo(new Outcome.Unknown("answer-timeout"));
        assertThat(telegram.getAllServeEvents()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://localhost:1"})
    void whereNoConnectionComesAboutNothingWasSent(String server) {
        useServer(server);
        assertThat(channel.send(text(GROUP, "Bonjour"))).isEqualTo(new Outcome.Later(null, "unreachable"));
        assertThat(connection.state()).isEqualTo(Connection.State.UNREACHABLE);
    }

    @Test
    void aFailedTlsHandshakeSentNothing() {
        useServer("https://127.0.0.1:" + telegram.getPort());
        assertThat(channel.send(text(GROUP, "Bonjour"))).isEqualTo(new Outcome.Later(null, "unreachable"));
    }

    @Test
    void aRefusedTokenIsSaidOnceAndNeitherTokenNorAddressIsEverLogged(CapturedOutput output) {
        telegram.stubFor(post(anyUrl()).willReturn(okJson(denied(401, "Unauthorized", null))));
        channel.send(text(GROUP, "Bonjour"));
        channel.send(text(GROUP, "Bonjour"));
        telegram.stubFor(post(anyUrl()).willReturn(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)));
        channel.send(text(GROUP, "Bonjour"));
        useServer("http://127.0.0.1:1");
        channel.send(text(GROUP, "Bonjour"));
        assertThat(output.getAll()).containsOnlyOnce("token refused; check COVIGIE_TELEGRAM_TOKEN")
                .doesNotContain(TOKEN).doesNotContain("T-0ken").doesNotContain("Bonjour");
        assertThat(new TelegramHealth(connection).health().toString()).contains("unreachable").doesNotContain("T-0ken");
    }

    @Test
    void outcomesAreCountedWithoutNamingAChat() {
        telegram.stubFor(post(anyUrl()).willReturn(okJson(SENT)));
        channel.send(text(GROUP, "Bonjour"));
        assertThat(meters.get("covigie.telegram.sendings").tags("what", "text", "outcome", "sent").counter().count())
                .isEqualTo(1);
    }

    static Stream<Arguments> standings() {
        return Stream.of(arguments(200, "{\"ok\":true,\"result\":{\"status\":\"creator\"}}", ChatStanding.OWNER),
                arguments(200, "{\"ok\":true,\"result\":{\"status\":\"administrator\"}}", ChatStanding.ADMINISTRATOR),
                arguments(200, "{\"ok\":true,\"result\":{\"status\":\"restricted\",\"is_member\":false}}",
                        ChatStanding.ABSENT),
                arguments(200, "{\"ok\":true,\"result\":{}}", ChatStanding.UNKNOWN),
                arguments(400, denied(400, "Bad Request: member not found", null), ChatStanding.ABSENT),
                arguments(400, denied(400, "Bad Request: chat not found", null), ChatStanding.UNKNOWN),
                arguments(403, denied(403, "Forbidden: bot was kicked from the group chat", null),
                        ChatStanding.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void whoAddedTheBotIsVerifiedWithTelegram(int status, String body, ChatStanding expected) throws IOException {
        telegram.stubFor(post(anyUrl()).willReturn(WireMock.aResponse().withStatus(status).withBody(body)));
        assertThat(channel.complete(placed(false, ChatStanding.ADMINISTRATOR)))
                .isEqualTo(placed(false, ChatStanding.ADMINISTRATOR).verified(expected));
        JsonNode asked = Answer.JSON.readTree(telegram.getAllServeEvents().getLast().getRequest().getBody());
        assertThat(BotApi.faults("getChatMember", asked)).isEmpty();
    }

    @Test
    void whoeverIsAnonymousAndWhoeverRemovedTheBotIsNotAskedFor() throws IOException {
        channel.complete(placed(true, ChatStanding.ADMINISTRATOR));
        channel.complete(placed(false, ChatStanding.ABSENT));
        assertThat(telegram.getAllServeEvents())
                .noneMatch(event -> event.getRequest().getUrl().endsWith("/getChatMember"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 401, 500})
    void whenTelegramCannotBeAskedTheLaneTriesAgain(int code) {
        telegram.stubFor(post(anyUrl()).willReturn(okJson(denied(code, "x", null))));
        assertThatThrownBy(() -> channel.complete(placed(false, ChatStanding.MEMBER))).isInstanceOf(IOException.class)
                .message().doesNotContain("T-0ken");
    }

    @Test
    void theLinkToThePrivateChatIsKnownOnceTelegramWasAsked() {
        assertThat(channel.privateLink()).isNull();
        telegram.stubFor(post(urlMatching(".*/getMe"))
                .willReturn(okJson(
                        "{\"ok\":true,\"result\":{\"id\":123456,\"is_bot\":true,\"username\":\"CovigieBot\"}}")));
        self.ask();
        assertThat(channel.privateLink()).isEqualTo("https://t.me/CovigieBot");
    }

    private JsonNode request(String method, Outgoing outgoing) {
        telegram.resetAll();
        telegram.stubFor(post("/bot" + TOKEN + "/" + method).willReturn(okJson(SENT)));
        assertThat(channel.send(outgoing)).isInstanceOf(Outcome.Sent.class);
        LoggedRequest request = telegram.findAll(WireMock.postRequestedFor(anyUrl())).getFirst();
        JsonNode body = Answer.JSON.readTree(request.getBody());
        assertThat(BotApi.faults(method, body)).isEmpty();
        return body;
    }

    private void useServer(String server) {
        api.close();
        api = api(server);
        self = new Self(api);
        channel = new TelegramChannel(api, self, meters);
    }

    private TelegramApi api(String server) {
        return new TelegramApi(
                new TelegramProperties(TOKEN, server, "", "", Duration.ofSeconds(1), Duration.ofSeconds(1)),
                connection);
    }

    private static Incoming.BotPlaced placed(boolean anonymous, ChatStanding bot) {
        Sender by = new Sender(anonymous ? GROUP : LEA, Words.NONE, null, null, false, anonymous);
        return new Incoming.BotPlaced(GROUP, by, ChatStanding.UNKNOWN, bot, Words.NONE, Instant.EPOCH);
    }

    private static String denied(int code, String description, @Nullable String parameters) {
        return "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description.replace("\"", "\\\"") + "\""
                + (parameters == null ? "" : ",\"parameters\":" + parameters) + "}";
    }

    private static Outgoing.Text text(Address to, String text) {
        return new Outgoing.Text(to, null, null, null, Rich.plain(text), List.of());
    }

    private static Outgoing.Text text(String text, List<List<Button>> rows) {
        return new Outgoing.Text(GROUP, null, null, null, Rich.plain(text), rows);
    }

    private static Rich.Mark mark(Rich.Style style, int start, int length) {
        return new Rich.Mark(style, start, length, null);
    }
}
