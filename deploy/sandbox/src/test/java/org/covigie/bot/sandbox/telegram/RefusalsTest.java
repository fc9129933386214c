package org.covigie.bot.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.covigie.bot.sandbox.telegram.Bot.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

    private final TelegramStandIn server = TelegramStandIn.builder().rates(false).build();
    private final World world = server.world();
    private final Bot bot = new Bot(server);
    private Person lea = world.newPerson("Léa", "Roux", "lea_roux", "fr");
    private Group group = world.newGroup("Soignants", lea);

    @BeforeEach
    void start() {
        server.start();
        world.addBot(group, lea, true);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static void refused(Answer answer, int status, String description) {
        assertThat(answer.description()).isEqualTo(description);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("error_code").asInt(0)).isEqualTo(status);
        assertThat(answer.body().path("ok").asBoolean(true)).isFalse();
    }

    private Answer send(Object... more) {
        Object[] all = new Object[more.length + 2];
        all[0] = "chat_id";
        all[1] = String.valueOf(group.id());
        System.arraycopy(more, 0, all, 2, more.length);
        return bot.call("sendMessage", all);
    }

    @Test
    void a_method_nobody_knows() {
        refused(bot.call("sendPigeon"), 404, "Not Found");
    }

    @Test
    void another_token() {
        refused(bot.at("/bot123:abc/getMe", null, new byte[0]), 401, "Unauthorized");
    }

    @Test
    void a_parameter_nobody_knows() {
        refused(send("text", "Bonjour", "reply_to_message_id", 3), 400,
                "Bad Request: unknown parameter reply_to_message_id");
        refused(send("text", "Bonjour", "reply_parameters", Map.of("message", 3)), 400,
                "Bad Request: unknown parameter reply_parameters.message");
    }

    @Test
    void a_missing_parameter() {
        refused(send(), 400, "Bad Request: message text is empty");
        refused(bot.call("sendMessage", "text", "Bonjour"), 400, "Bad Request: chat_id is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void an_empty_text(String text) {
        refused(send("text", text), 400, "Bad Request: message text is empty");
    }

    @Test
    void a_text_over_4096_characters_counted_as_code_points() {
        assertThat(send("text", "🤔".repeat(4096)).status()).isEqualTo(200);
        refused(send("text", "é".repeat(4097)), 400, "Bad Request: message is too long");
    }

    @Test
    void button_data_over_64_bytes_or_empty() {
        assertThat(send("text", "x", "reply_markup", Bot.button("Oui", "é".repeat(32))).status()).isEqualTo(200);
        refused(send("text", "x", "reply_markup", Bot.button("Oui", "é".repeat(33))), 400,
                "Bad Request: BUTTON_DATA_INVALID");
        refused(send("text", "x", "reply_markup", Bot.button("Oui", "")), 400, "Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void a_button_with_an_address_that_is_not_https() {
        Object http = Map.of("inline_keyboard",
                List.of(List.of(Map.of("text", "Registre", "url", "http://localhost:8080/register"))));
        refused(send("text", "x", "reply_markup", http), 400,
                "Bad Request: inline keyboard button URL 'http://localhost:8080/register' is invalid: Wrong HTTP URL");
        Object https = Map.of("inline_keyboard",
                List.of(List.of(Map.of("text", "Registre", "url", "https://exemple.org/register"))));
        assertThat(send("text", "x", "reply_markup", https).status()).isEqualTo(200);
    }

    @Test
    void a_private_message_to_somebody_who_never_wrote() {
        refused(bot.call("sendMessage", "chat_id", lea.id(), "text", "Bonjour"), 403,
                "Forbidden: bot can't initiate conversation with a user");
        world.writePrivately(lea, "/start");
        assertThat(bot.call("sendMessage", "chat_id", lea.id(), "text", "Bonjour").status()).isEqualTo(200);
    }

    @Test
    void a_private_message_to_somebody_who_blocked_the_bot() {
        world.writePrivately(lea, "/start");
        world.block(lea);
        refused(bot.call("sendMessage", "chat_id", lea.id(), "text", "Bonjour"), 403,
                "Forbidden: bot was blocked by the user");
    }

    @Test
    void a_group_that_threw_the_bot_out() {
        world.removeBot(group, lea);
        refused(send("text", "Bonjour"), 403, "Forbidden: bot was kicked from the supergroup chat");
    }

    @Test
    void a_chat_nobody_knows() {
        refused(bot.call("sendMessage", "chat_id", -100777, "text", "Bonjour"), 400, "Bad Request: chat not found");
    }

    @Test
    void a_reply_to_a_message_that_is_not_there_unless_it_may_go_without() {
        refused(send("text", "x", "reply_parameters", Map.of("message_id", 999)), 400,
                "Bad Request: message to be replied not found");
        Answer without = send("text", "x", "reply_parameters",
                Map.of("message_id", 999, "allow_sending_without_reply", true));
        assertThat(without.result().has("reply_to_message")).isFalse();
    }

    @Test
    void an_edit_that_changes_nothing() {
        int id = send("text", "Bonjour", "reply_markup", Bot.button("Oui", "oui")).result().path("message_id").asInt(0);
        refused(bot.call("editMessageText", "chat_id", group.id(), "message_id", id, "text", "Bonjour", "reply_markup",
                Bot.button("Oui", "oui")), 400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        assertThat(bot.call("editMessageText", "chat_id", group.id(), "message_id", id, "text", "Bonsoir").result()
                .has("reply_markup")).isFalse();
    }

    @Test
    void an_edit_of_what_is_not_there_or_not_its_own() {
        refused(bot.call("editMessageText", "chat_id", group.id(), "message_id", 999, "text", "x"), 400,
                "Bad Request: message to edit not found");
        int hers = world.say(group, lea, "à moi");
        refused(bot.call("editMessageText", "chat_id", group.id(), "message_id", hers, "text", "x"), 400,
                "Bad Request: message can't be edited");
    }

    @Test
    void a_reaction_that_is_not_on_the_list() {
        int id = world.say(group, lea, "Rupture de vaccin");
        refused(react(id, "🦠"), 400, "Bad Request: REACTION_INVALID");
        assertThat(react(id, "🤔").status()).isEqualTo(200);
        assertThat(world.botReaction(group, id)).isEqualTo("🤔");
        refused(react(9_999, "🤔"), 400, "Bad Request: message to react not found");
    }

    private Answer react(int id, String emoji) {
        return bot.call("setMessageReaction", "chat_id", group.id(), "message_id", id, "reaction",
                List.of(Map.of("type", "emoji", "emoji", emoji)));
    }

    @Test
    void what_an_administrator_without_the_right_may_not_do() {
        int id = world.say(group, lea, "À épingler");
        world.restrictBot(group, lea, "can_pin_messages", "can_invite_users", "can_delete_messages");
        refused(bot.call("pinChatMessage", "chat_id", group.id(), "message_id", id), 400,
                "Bad Request: not enough rights to manage pinned messages in the chat");
        refused(bot.call("unpinChatMessage", "chat_id", group.id(), "message_id", id), 400,
                "Bad Request: not enough rights to manage pinned messages in the chat");
        refused(bot.call("createChatInviteLink", "chat_id", group.id()), 400,
                "Bad Request: not enough rights to manage chat invite link");
        refused(bot.call("deleteMessage", "chat_id", group.id(), "message_id", id), 400,
                "Bad Request: message can't be deleted");
        world.demoteBot(group, lea);
        refused(bot.call("banChatMember", "chat_id", group.id(), "user_id", lea.id()), 400,
                "Bad Request: not enough rights to restrict/unrestrict chat member");
    }

    @Test
    void an_answer_to_a_button_nobody_pressed() {
        refused(bot.call("answerCallbackQuery", "callback_query_id", "42"), 400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    @Test
    void entities_outside_the_text() {
        refused(send("text", "abc", "entities", List.of(Map.of("type", "bold", "offset", 1, "length", 5))), 400,
                "Bad Request: entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3");
        refused(send("text", "🤔🤔", "entities", List.of(Map.of("type", "bold", "offset", 1, "length", 2))), 400,
                "Bad Request: entity beginning at UTF-16 offset 1 begins or ends in a middle of a UTF-16 symbol");
        refused(send("text", "abc", "entities", List.of(Map.of("type", "loud", "offset", 0, "length", 1))), 400,
                "Bad Request: can't parse MessageEntity: unsupported type specified");
    }
}
