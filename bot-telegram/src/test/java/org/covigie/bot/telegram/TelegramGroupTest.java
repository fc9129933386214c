package org.covigie.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the bot does with a group, files and polls, as Telegram sees it and as the house hears of it. */
class TelegramGroupTest {
    private static final Address LEA = new Address("telegram", "5400000001");
    private static final Address ANNA = new Address("telegram", "5400000003");
    private static final Address GROUP = new Address("telegram", "-1001700000001");
    private static final Instant WEEK = Instant.ofEpochSecond(1_790_600_000);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
    private static final String TRUE = "{\"ok\":true,\"result\":true}";
    private static final String LINK = "https://t.me/+Zx9AbCdEf0o1NmQ0";
    private static final Outgoing POLL = new Outgoing.Poll(GROUP, "12", "Quand ?", List.of("Lundi", "Mardi"), false,
            true);
    private static final Outgoing END = new Outgoing.PollEnd(GROUP, "77");
    private static final Outgoing INVITATION = new Outgoing.Invitation(GROUP, "COViGIE 3", WEEK);
    private static final Outgoing INVITATION_END = new Outgoing.InvitationEnd(GROUP, LINK);
    private static final Outgoing ADMIT = new Outgoing.Admission(GROUP, ANNA, true);
    private static final Outgoing DECLINE = new Outgoing.Admission(GROUP, ANNA, false);
    private static final Outgoing REMOVE = new Outgoing.Removal(GROUP, ANNA, true);
    private static final Outgoing TAKE_BACK = new Outgoing.Removal(GROUP, ANNA, false);
    private static final Outgoing PIN = new Outgoing.Pin(GROUP, "41", true);
    private static final Outgoing UNPIN = new Outgoing.Pin(GROUP, "41", false);
    private static final Outgoing FORWARD = new Outgoing.Forward(LEA, GROUP, "41");

    @RegisterExtension
    static WireMockExtension telegram = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final TelegramApi api = new TelegramApi(new TelegramProperties("1:a", telegram.baseUrl(), "", "",
            Duration.ofSeconds(1), Duration.ofSeconds(1)), new Connection());
    private final Self self = new Self(api);
    private final TelegramChannel channel = new TelegramChannel(api, self, new SimpleMeterRegistry());

    @AfterEach
    void close() {
        api.close();
    }

    static Stream<Arguments> calls() {
        String chat = "{\"chat_id\":\"-1001700000001\",";
        return Stream.of(
                arguments(INVITATION, "createChatInviteLink",
                        chat + "\"expire_date\":1790600000,\"name\":\"COViGIE 3\",\"creates_join_request\":true}"),
                arguments(INVITATION_END, "revokeChatInviteLink", chat + "\"invite_link\":\"" + LINK + "\"}"),
                arguments(ADMIT, "approveChatJoinRequest", chat + "\"user_id\":5400000003}"),
                arguments(DECLINE, "declineChatJoinRequest", chat + "\"user_id\":5400000003}"),
                arguments(REMOVE, "banChatMember", chat + "\"user_id\":5400000003}"),
                arguments(TAKE_BACK, "unbanchatmember", chat + "\"user_id\":5400000003,\"only_if_banned\":true}"),
                arguments(END, "stopPoll", chat + "\"message_id\":77}"),
                arguments(PIN, "pinChatMessage", chat + "\"message_id\":41,\"disable_notification\":true}"),
                arguments(UNPIN, "unpinChatMessage", chat + "\"message_id\":41}"),
                arguments(FORWARD, "forwardmessage",
                        "{\"chat_id\":\"5400000001\",\"from_chat_id\":\"-1001700000001\",\"message_id\":41}"),
                arguments(POLL, "sendPoll", chat + "\"message_thread_id\":12,\"question\":\"Quand ?\","
                        + "\"options\":[{\"text\":\"Lundi\"},{\"text\":\"Mardi\"}],\"is_anonymous\":false,"
                        + "\"allows_multiple_answers\":true}"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void eachIsOneCallAsTheBotApiWritesIt(Outgoing outgoing, String method, String body) {
        telegram.stubFor(post(urlMatching("/bot1:a/" + method)).willReturn(okJson(TRUE)));
        channel.send(outgoing);
        JsonNode sent = Answer.JSON.readTree(only().getBody());
        assertThat(BotApi.faults(method, sent)).isEmpty();
        assertThat(sent).isEqualTo(Answer.JSON.readTree(body));
    }

    @Test
    void aPictureTravelsAsAFileWithItsCaptionMarkedAndItsButtons() {
        telegram.stubFor(post("/bot1:a/sendPhoto").willReturn(okJson("{\"ok\":true,\"result\":{\"message_id\":78}}")));
        Rich caption = new Rich("Résultat du vote", List.of(new Rich.Mark(Rich.Style.BOLD, 0, 8, null)));
        assertThat(channel.send(new Outgoing.File(GROUP, "12", true, "sondage-4.png", PNG, caption,
                List.of(List.of(Button.command("Proposer", "/brouillons")))))).isEqualTo(new Outcome.Sent("78"));
        assertThat(fields(only()).toString()).isEqualTo(Answer.JSON.readTree("""
                {"photo":"attach://sondage-4.png","chat_id":"-1001700000001","message_thread_id":12,
                 "reply_markup":{"inline_keyboard":[[{"text":"Proposer","callback_data":"/brouillons"}]]},
                 "caption":"Résultat du vote","caption_entities":[{"type":"bold","offset":0,"length":8}]}""")
                .toString());
        assertThat(BotApi.faults("sendPhoto", fields(only()))).isEmpty();
        assertThat(only().getPart("sondage-4.png").getBody().asBytes()).isEqualTo(PNG);
    }

    @Test
    void aDocumentWithoutWordsHasNoCaption() {
        telegram.stubFor(
                post("/bot1:a/sendDocument").willReturn(okJson("{\"ok\":true,\"result\":{\"message_id\":78}}")));
        assertThat(channel.send(new Outgoing.File(LEA, null, false, "mes-données.txt", PNG, Rich.plain(""), List.of())))
                .isEqualTo(new Outcome.Sent("78"));
        assertThat(fields(only()).toString())
                .isEqualTo("{\"document\":\"attach://mes-données.txt\",\"chat_id\":\"5400000001\"}");
        assertThat(BotApi.faults("sendDocument", fields(only()))).isEmpty();
    }

    static Stream<Arguments> answers() {
        String poll = "{\"id\":\"5310\",\"options\":[{\"text\":\"a\",\"voter_count\":12},{\"text\":\"b\",\"voter_count\":3},"
                + "{\"text\":\"c\",\"voter_count\":0}],\"total_voter_count\":15,\"is_closed\":true}";
        return Stream.of(
                arguments("a poll gives its id", POLL, ok("{\"message_id\":77,\"poll\":" + poll + "}"),
                        new Outcome.Sent("77", "5310")),
                arguments("a closed poll gives its numbers", END, ok(poll), new Outcome.Sent("77", "12,3,0;15")),
                arguments("a number that is odd is no number", END,
                        ok("{\"options\":[{\"voter_count\":\"12\"}],\"total_voter_count\":1}"), new Outcome.Sent("77")),
                arguments("a poll that was closed is closed", END,
                        denied(400, "Bad Request: poll has already been closed"), new Outcome.Sent("77")),
                arguments("a poll that is gone", END, denied(400, "Bad Request: message with poll to stop not found"),
                        new Outcome.Refused("message-with-poll-to-stop-not-found")),
                arguments("an invitation gives its link", INVITATION, ok("{\"invite_link\":\"" + LINK + "\"}"),
                        new Outcome.Sent(null, LINK)),
                arguments("a link that is not told may be asked for again", INVITATION, ok("{}"),
                        new Outcome.Unknown("answer-without-link")),
                arguments("no right to invite", INVITATION,
                        denied(400, "Bad Request: not enough rights to manage chat invite link"),
                        new Outcome.Refused("not-enough-rights-to-manage-chat-invite-link")),
                arguments("a link that is worthless already", INVITATION_END,
                        denied(400, "Bad Request: INVITE_HASH_EXPIRED"), new Outcome.Sent(null)),
                arguments("let in", ADMIT, TRUE, new Outcome.Sent(null)),
                arguments("somebody else let that person in", ADMIT,
                        denied(400, "Bad Request: USER_ALREADY_PARTICIPANT"), new Outcome.Sent(null)),
                arguments("somebody else turned it down, or it was taken back", DECLINE,
                        denied(400, "Bad Request: HIDE_REQUESTER_MISSING"), new Outcome.Sent(null)),
                arguments("the request was taken back, so nobody came in", ADMIT,
                        denied(400, "Bad Request: HIDE_REQUESTER_MISSING"),
                        new Outcome.Refused("hide-requester-missing")),
                arguments("in too many groups", ADMIT, denied(400, "Bad Request: USER_CHANNELS_TOO_MUCH"),
                        new Outcome.Refused("user-channels-too-much")),
                arguments("a right that is missing does not close the chat", ADMIT,
                        denied(403, "Forbidden: not enough rights"), new Outcome.Refused("not-enough-rights")),
                arguments("put out of the group ourselves", ADMIT,
                        denied(403, "Forbidden: bot was kicked from the supergroup chat"),
                        new Outcome.Gone("bot-was-kicked-from-the-supergroup-chat")),
                arguments("an administrator stays", REMOVE,
                        denied(400, "Bad Request: user is an administrator of the chat"),
                        new Outcome.Refused("user-is-an-administrator-of-the-chat")),
                arguments("who is not there is out", REMOVE, denied(400, "Bad Request: USER_NOT_PARTICIPANT"),
                        new Outcome.Sent(null)),
                arguments("a small group keeps nobody out", TAKE_BACK,
                        denied(400, "Bad Request: method is available for supergroup and channel chats only"),
                        new Outcome.Sent(null)),
                arguments("at the top", PIN, TRUE, new Outcome.Sent(null)),
                arguments("no right to pin", PIN,
                        denied(400, "Bad Request: not enough rights to manage pinned messages in the chat"),
                        new Outcome.Refused("not-enough-rights-to-manage-pinned-messages-in-the-chat")),
                arguments("nothing is left to pin", PIN, denied(400, "Bad Request: message to pin not found"),
                        new Outcome.Sent(null)),
                arguments("somebody else let it go", UNPIN, denied(400, "Bad Request: message to unpin not found"),
                        new Outcome.Sent(null)),
                arguments("passed on", FORWARD, ok("{\"message_id\":9}"), new Outcome.Sent("9")),
                arguments("where it stood is gone, not the person", FORWARD,
                        denied(403, "Forbidden: bot was kicked from the supergroup chat"),
                        new Outcome.Refused("bot-was-kicked-from-the-supergroup-chat")),
                arguments("one of the two chats is not found", FORWARD, denied(400, "Bad Request: chat not found"),
                        new Outcome.Refused("chat-not-found")),
                arguments("the person it was passed on to is gone", FORWARD,
                        denied(403, "Forbidden: bot was blocked by the user"),
                        new Outcome.Gone("bot-was-blocked-by-the-user")),
                arguments("429", REMOVE,
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 7\",\"parameters\":"
                                + "{\"retry_after\":7}}",
                        new Outcome.Later(Duration.ofSeconds(7), "too-many-requests")),
                arguments("429 of a file", file(),
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
                                + "\"parameters\":{\"retry_after\":3}}",
                        new Outcome.Later(Duration.ofSeconds(3), "too-many-requests")),
                arguments("a file was sent, though the library could not read the reply", file(),
                        ok("{\"message_id\":78,\"date\":1790000000000,\"photo\":{}}"), new Outcome.Sent("78")),
                arguments("a file that Telegram refuses", file(),
                        denied(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
                        new Outcome.Refused("photo-invalid-dimensions")),
                arguments("HTML instead of an answer to a file", file(), "<html>502</html>",
                        new Outcome.Unknown("answer-unreadable")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void whatTelegramAnswersBecomesOneOutcome(String name, Outgoing outgoing, String body, Outcome expected) {
        telegram.stubFor(post(anyUrl()).willReturn(aResponse().withBody(body)));
        assertThat(channel.send(outgoing)).as(name).isEqualTo(expected);
        assertThat(telegram.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void aFileWhoseAnswerIsLostIsUnknownAndSentOnce(Fault fault) {
        telegram.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));
        assertThat(channel.send(file())).isEqualTo(new Outcome.Unknown("connection-lost"));
        assertThat(telegram.getAllServeEvents()).hasSize(1);
    }

    static Stream<Outgoing> slow() {
        return Stream.of(ADMIT, file(), POLL);
    }

    @ParameterizedTest
    @MethodSource("slow")
    void aSlowAnswerIsUnknown(Outgoing outgoing) {
        telegram.stubFor(post(anyUrl()).willReturn(okJson(TRUE).withFixedDelay(3_000)));
        assertThat(channel.send(outgoing)).isEqualTo(new Outcome.Unknown("answer-timeout"));
    }

    @Test
    void whatIsNotFitToBeSentNeverLeaves() {
        Address strange = new Address("telegram", "anna");
        assertThat(channel.send(new Outgoing.Admission(GROUP, strange, true)))
                .isEqualTo(new Outcome.Refused("person-invalid"));
        assertThat(channel.send(new Outgoing.Removal(GROUP, strange, true)))
                .isEqualTo(new Outcome.Refused("person-invalid"));
        assertThat(channel.send(new Outgoing.Pin(GROUP, "0", true)))
                .isEqualTo(new Outcome.Refused("message-id-invalid"));
        assertThat(channel.send(new Outgoing.PollEnd(GROUP, "0")))
                .isEqualTo(new Outcome.Refused("message-id-invalid"));
        assertThat(channel.send(new Outgoing.Poll(GROUP, null, "Q", List.of(), true, false)))
                .isEqualTo(new Outcome.Refused("request-invalid"));
        assertThat(channel.send(new Outgoing.File(GROUP, null, true, "", PNG, Rich.plain(""), List.of())))
                .isEqualTo(new Outcome.Refused("request-invalid"));
        assertThat(telegram.getAllServeEvents()).isEmpty();
    }

    @Test
    void theNameOfAnInvitationIsCutWhereTelegramWouldRefuseIt() {
        telegram.stubFor(post(anyUrl()).willReturn(okJson(ok("{\"invite_link\":\"" + LINK + "\"}"))));
        channel.send(new Outgoing.Invitation(GROUP, "x".repeat(60), WEEK));
        assertThat(Answer.JSON.readTree(only().getBody()).path("name").stringValue()).hasSize(32).endsWith("…");
    }

    static Stream<Incoming> counted() {
        Sender anna = new Sender(ANNA, new Words("Anna"), null, null, false, false);
        return Stream.of(new Incoming.JoinRequested(GROUP, anna, null, null, WEEK),
                new Incoming.MembersJoined(GROUP, anna, List.of(anna), true, null, WEEK),
                new Incoming.MemberLeft(GROUP, anna, WEEK));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void peopleAreCountedWithoutTheBotsThatShowThemselves(Incoming incoming) throws IOException {
        telegramSays("getChatMemberCount", ok("63"));
        telegramSays("getChatAdministrators",
                ok("[{\"user\":{\"id\":1,\"is_bot\":true}},{\"user\":{\"id\":2,\"is_bot\":true}},"
                        + "{\"user\":{\"id\":1087968824,\"is_bot\":true}},{\"user\":{\"id\":5400000001,\"is_bot\":false}},7]"));
        knowsItself();
        assertThat(people(channel.complete(incoming))).isEqualTo(61);
        for (LoggedRequest asked : telegram.findAll(postRequestedFor(urlMatching(".*/getChat.*")))) {
            String method = asked.getUrl().substring(asked.getUrl().lastIndexOf('/') + 1);
            assertThat(BotApi.faults(method, Answer.JSON.readTree(asked.getBody()))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("counted")
    void aCountThatTelegramDoesNotGiveIsLeftOutAndHoldsNobodyUp(Incoming incoming) throws IOException {
        telegram.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
        assertThat(channel.complete(incoming)).isEqualTo(incoming);
        telegram.stubFor(post(anyUrl()).willReturn(okJson(ok("\"many\""))));
        assertThat(channel.complete(incoming)).isEqualTo(incoming);
        telegram.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(channel.complete(incoming)).isEqualTo(incoming);
    }

    @ParameterizedTest
    @MethodSource("counted")
    void whereTheBotsAreNotShownOnlyWeOurselvesAreLeftOut(Incoming incoming) throws IOException {
        telegramSays("getChatMemberCount", ok("63"));
        telegramSays("getChatAdministrators", denied(400, "Bad Request: CHAT_ADMIN_REQUIRED"));
        assertThat(people(channel.complete(incoming))).isEqualTo(62);
    }

    @Test
    void linksCarryTheCodeOnceTheBotKnowsItsName() {
        assertThat(channel.joinLink("ab-3_Z")).isNull();
        assertThat(channel.groupLink("ab-3_Z")).isNull();
        knowsItself();
        assertThat(channel.joinLink("ab-3_Z")).isEqualTo("https://t.me/CovigieBot?start=ab-3_Z");
        assertThat(channel.groupLink("ab-3_Z")).isEqualTo("https://t.me/CovigieBot?startgroup=ab-3_Z"
                + "&admin=invite_users+restrict_members+delete_messages+pin_messages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "é", "a&admin=x"})
    void aCodeThatTelegramWouldNotCarryGivesNoLink(String code) {
        knowsItself();
        assertThat(channel.joinLink(code)).isNull();
        assertThat(channel.groupLink(code)).isNull();
        assertThat(channel.joinLink("x".repeat(65))).isNull();
    }

    @Test
    void onlyAMessageOfASupergroupHasALink() {
        assertThat(channel.messageLink(GROUP, "41")).isEqualTo("https://t.me/c/1700000001/41");
        assertThat(channel.messageLink(new Address("telegram", "-420017"), "41")).isNull();
        assertThat(channel.messageLink(LEA, "41")).isNull();
        assertThat(channel.messageLink(GROUP, "0")).isNull();
    }

    private void knowsItself() {
        telegramSays("getMe", ok("{\"id\":1,\"is_bot\":true,\"username\":\"CovigieBot\"}"));
        self.ask();
    }

    private void telegramSays(String method, String answer) {
        telegram.stubFor(post("/bot1:a/" + method).willReturn(okJson(answer)));
    }

    private static @Nullable Integer people(Incoming incoming) {
        return switch (incoming) {
            case Incoming.JoinRequested asked -> asked.people();
            case Incoming.MembersJoined joined -> joined.people();
            case Incoming.MemberLeft left -> left.people();
            default -> throw new AssertionError();
        };
    }

    private static LoggedRequest only() {
        List<LoggedRequest> all = telegram.findAll(postRequestedFor(anyUrl()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** The fields of a multipart body as one object; Telegram reads JSON and numbers out of the texts. */
    private static ObjectNode fields(LoggedRequest request) {
        Set<String> json = Set.of("caption_entities", "reply_markup", "message_thread_id");
        ObjectNode fields = Answer.JSON.createObjectNode();
        for (Request.Part part : request.getParts()) {
            if (part.getFileName() == null) {
                String text = new String(part.getBody().asBytes(), StandardCharsets.UTF_8);
                fields.set(part.getName(), json.contains(part.getName())
                        ? Answer.JSON.readTree(text)
                        : Answer.JSON.getNodeFactory().stringNode(text));
            }
        }
        return fields;
    }

    private static Outgoing file() {
        return new Outgoing.File(GROUP, null, true, "qr.png", PNG, Rich.plain("Invitation"), List.of());
    }

    private static String ok(String result) {
        return "{\"ok\":true,\"result\":" + result + "}";
    }

    private static String denied(int code, String description) {
        return "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}";
    }
}
