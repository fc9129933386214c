package org.covigie.bot.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GroupLifeTest {

    private final TelegramStandIn server = TelegramStandIn.builder().rates(false).build();
    private final World world = server.world();
    private final Bot bot = new Bot(server);
    private final Person lea = world.newPerson("Léa", "Roux", "lea_roux", "fr");
    private final Person marc = world.newPerson("Marc", null, null, "fr");
    private final Group group = world.newGroup("Soignants", lea, marc);

    @BeforeEach
    void start() {
        server.start();
        bot.listening();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void admin() {
        world.addBot(group, lea, true);
        bot.updates();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    @Test
    void being_made_administrator_is_told_by_my_chat_member() {
        world.addBot(group, lea, true);
        List<JsonNode> updates = bot.updates();
        JsonNode mine = updates.getFirst().path("my_chat_member");
        assertThat(text(mine.path("old_chat_member"), "status")).isEqualTo("left");
        assertThat(text(mine.path("new_chat_member"), "status")).isEqualTo("administrator");
        assertThat(Json.id(mine.path("from"), "id")).isEqualTo(lea.id());
        assertThat(text(bot.call("getChatMember", "chat_id", group.id(), "user_id", lea.id()).result(), "status"))
                .isEqualTo("creator");
        assertThat(bot.call("getChatMemberCount", "chat_id", group.id()).result().asInt(0)).isEqualTo(3);
    }

    @Test
    void a_bot_without_rights_hears_commands_and_replies_to_itself_only() {
        world.addBot(group, lea, false);
        bot.updates();
        world.say(group, marc, "bonjour");
        world.say(group, marc, "/aide@another_bot");
        assertThat(bot.updates()).isEmpty();
        world.say(group, marc, "/aide");
        assertThat(bot.last("message").path("entities").path(0).path("type").asString("")).isEqualTo("bot_command");
        int mine = bot.call("sendMessage", "chat_id", group.id(), "text", "Me voici").result().path("message_id")
                .asInt(0);
        world.reply(group, marc, mine, "merci");
        assertThat(text(bot.last("message"), "text")).isEqualTo("merci");
    }

    @Test
    void a_word_with_an_accent_is_no_command() {
        admin();
        world.say(group, marc, "/problème ici");
        assertThat(bot.last("message").has("entities")).isFalse();
    }

    @Test
    void a_reply_carries_its_message_but_never_one_deeper() {
        admin();
        int first = world.say(group, marc, "Rupture de Beyfortus");
        int second = world.reply(group, lea, first, "Ici aussi");
        world.quote(group, marc, second, "aussi", "/p");
        JsonNode message = bot.last("message");
        assertThat(text(message.path("quote"), "text")).isEqualTo("aussi");
        assertThat(message.path("quote").path("position").asInt(-1)).isEqualTo(4);
        assertThat(message.path("reply_to_message").path("message_id").asInt(0)).isEqualTo(second);
        assertThat(message.path("reply_to_message").has("reply_to_message")).isFalse();
    }

    @Test
    void an_edited_message_is_told_with_its_new_text() {
        admin();
        int id = world.say(group, marc, "Ruptrue");
        bot.updates();
        world.edit(group, marc, id, "Rupture");
        assertThat(text(bot.last("edited_message"), "text")).isEqualTo("Rupture");
        assertThat(world.messages(group, lea).getLast().edited()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> world.edit(group, lea, id, "x"));
    }

    @Test
    void an_album_is_several_messages_with_one_media_group_id() {
        admin();
        List<Integer> ids = world.album(group, marc, "Trois ordonnances", 3);
        List<JsonNode> messages = bot.updates().stream().map(update -> update.path("message")).toList();
        assertThat(messages).extracting(message -> message.path("message_id").asInt(0)).isEqualTo(ids);
        assertThat(messages).extracting(message -> text(message, "media_group_id")).doesNotContain("")
                .containsOnly(text(messages.getFirst(), "media_group_id"));
        assertThat(messages).extracting(message -> text(message, "caption")).containsExactly("Trois ordonnances", "",
                "");
    }

    @Test
    void a_forwarded_message_names_its_origin() {
        admin();
        world.write(group, marc).forwardedFrom(lea).text("Lu ailleurs").send();
        JsonNode origin = bot.last("message").path("forward_origin");
        assertThat(text(origin, "type")).isEqualTo("user");
        assertThat(Json.id(origin.path("sender_user"), "id")).isEqualTo(lea.id());
    }

    @Test
    void an_anonymous_administrator_writes_in_the_groups_name() {
        admin();
        world.write(group, lea).anonymously().text("/groupe").send();
        JsonNode message = bot.last("message");
        assertThat(Json.id(message.path("from"), "id")).isEqualTo(Writing.GROUP_ANONYMOUS_BOT);
        assertThat(Json.id(message.path("sender_chat"), "id")).isEqualTo(group.id());
        int id = world.say(group, marc, "Tiens");
        world.reactAnonymously(group, lea, id, "👌");
        assertThat(Json.id(bot.last("message_reaction").path("actor_chat"), "id")).isEqualTo(group.id());
    }

    @Test
    void in_a_topic_every_message_seems_to_reply_to_the_topics_creation() {
        Group forum = world.newForum("Forum", lea, marc);
        world.addBot(forum, lea, true);
        int topic = world.newTopic(forum, lea, "Ruptures");
        world.write(forum, marc).inTopic(topic).text("Bonjour").send();
        JsonNode message = bot.last("message");
        assertThat(message.path("is_topic_message").asBoolean(false)).isTrue();
        assertThat(message.path("reply_to_message").has("forum_topic_created")).isTrue();
        assertThat(bot.call("sendMessage", "chat_id", forum.id(), "text", "Ici", "message_thread_id", topic).result()
                .path("message_thread_id").asInt(0))
                .isEqualTo(topic);
        assertThat(bot.call("sendMessage", "chat_id", forum.id(), "text", "Ici", "message_thread_id", 1).description())
                .isEqualTo("Bad Request: message thread not found");
    }

    @Test
    void a_group_that_becomes_a_supergroup_says_so_in_both_and_refuses_the_old_id() {
        Group small = world.newBasicGroup("Petit groupe", lea, marc);
        world.addBot(small, lea, true);
        bot.updates();
        Group big = world.migrate(small);
        List<JsonNode> messages = bot.updates().stream().map(update -> update.path("message")).toList();
        assertThat(Json.id(messages.getFirst(), "migrate_to_chat_id")).isEqualTo(big.id());
        assertThat(Json.id(messages.getLast(), "migrate_from_chat_id")).isEqualTo(small.id());
        var answer = bot.call("sendMessage", "chat_id", small.id(), "text", "x");
        assertThat(answer.description()).isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(Json.id(answer.body().path("parameters"), "migrate_to_chat_id")).isEqualTo(big.id());
        assertThat(bot.call("sendMessage", "chat_id", big.id(), "text", "x").status()).isEqualTo(200);
    }

    @Test
    void an_ephemeral_message_is_seen_by_its_one_receiver_and_has_no_message_id() {
        admin();
        JsonNode sent = bot
                .call("sendMessage", "chat_id", group.id(), "text", "Pour vous seul", "ephemeral_message_parameters",
                        Map.of("receiver_user_id", marc.id()), "reply_markup", Bot.button("Oui", "oui"))
                .result();
        assertThat(sent.path("message_id").asInt(-1)).isZero();
        int id = sent.path("ephemeral_message_id").asInt(0);
        assertThat(world.messages(group, marc).getLast().ephemeralId()).isEqualTo(id).isPositive();
        assertThat(world.messages(group, lea)).noneMatch(SeenMessage::ephemeral);
        world.pressEphemeral(group, marc, id, "oui");
        assertThat(bot.last("callback_query").path("message").path("ephemeral_message_id").asInt(0)).isEqualTo(id);
        assertThatIllegalStateException().isThrownBy(() -> world.pressEphemeral(group, lea, id, "oui"));
        assertThat(bot.call("editEphemeralMessageText", "chat_id", group.id(), "receiver_user_id", marc.id(),
                "ephemeral_message_id", id, "text", "Merci").status())
                .isEqualTo(200);
        assertThat(bot.call("sendMessage", "chat_id", group.id(), "text", "x", "ephemeral_message_parameters",
                Map.of("receiver_user_id", List.of(1, 2))).status()).isEqualTo(400);
        assertThat(bot.call("sendMessage", "chat_id", group.id(), "text", "x", "ephemeral_message_parameters",
                Map.of("receiver_user_id", world.newPerson("Ailleurs", null, null, null).id())).description())
                .isEqualTo("Bad Request: user not found");
    }

    @Test
    void a_pressed_button_is_answered_with_a_toast_once() {
        admin();
        int id = bot.call("sendMessage", "chat_id", group.id(), "text", "?", "reply_markup", Bot.button("Oui", "oui"))
                .result().path("message_id").asInt(0);
        String query = world.press(group, marc, id, "oui");
        assertThat(text(bot.last("callback_query"), "data")).isEqualTo("oui");
        assertThat(bot.call("answerCallbackQuery", "callback_query_id", query, "text", "Noté").status()).isEqualTo(200);
        assertThat(world.toasts(marc)).extracting(SeenToast::text).containsExactly("Noté");
        assertThat(bot.call("answerCallbackQuery", "callback_query_id", query).status()).isEqualTo(400);
    }

    @Test
    void a_candidate_is_written_to_and_let_in() {
        admin();
        JsonNode link = bot
                .call("createChatInviteLink", "chat_id", group.id(), "creates_join_request", true, "name", "Invitation")
                .result();
        Person zoe = world.newPerson("Zoé", null, null, "fr");
        world.requestToJoin(zoe, text(link, "invite_link"));
        assertThat(Json.id(bot.last("chat_join_request"), "user_chat_id")).isEqualTo(zoe.id());
        assertThat(bot.call("sendMessage", "chat_id", zoe.id(), "text", "La charte").status()).isEqualTo(200);
        assertThat(bot.call("approveChatJoinRequest", "chat_id", group.id(), "user_id", zoe.id()).status())
                .isEqualTo(200);
        assertThat(world.isMember(group, zoe)).isTrue();
        List<JsonNode> told = bot.updates();
        assertThat(told).anyMatch(update -> update.path("chat_member").path("via_join_request").asBoolean(false));
        assertThat(told).anyMatch(update -> update.path("message").has("new_chat_members"));
        assertThat(bot.call("declineChatJoinRequest", "chat_id", group.id(), "user_id", marc.id()).description())
                .isEqualTo("Bad Request: USER_ALREADY_PARTICIPANT");
        assertThat(bot.call("approveChatJoinRequest", "chat_id", group.id(), "user_id",
                world.newPerson("X", null, null, null).id()).description())
                .isEqualTo("Bad Request: HIDE_REQUESTER_MISSING");
    }

    @Test
    void a_removed_member_is_out() {
        admin();
        assertThat(bot.call("banChatMember", "chat_id", group.id(), "user_id", marc.id()).status()).isEqualTo(200);
        assertThat(world.isMember(group, marc)).isFalse();
        assertThat(bot.call("banChatMember", "chat_id", group.id(), "user_id", lea.id()).description())
                .isEqualTo("Bad Request: can't remove chat owner");
    }

    @Test
    void a_poll_counts_votes_and_is_closed_once() {
        admin();
        JsonNode sent = bot.call("sendPoll", "chat_id", group.id(), "question", "Rupture ?", "options",
                List.of(Map.of("text", "Oui"), Map.of("text", "Non")),
                "is_anonymous", false).result();
        int id = sent.path("message_id").asInt(0);
        world.vote(group, marc, id, 1);
        assertThat(bot.last("poll_answer").path("option_ids").path(0).asInt(-1)).isEqualTo(1);
        JsonNode poll = bot.call("stopPoll", "chat_id", group.id(), "message_id", id).result();
        assertThat(poll.path("options").path(1).path("voter_count").asInt(0)).isEqualTo(1);
        assertThat(bot.call("stopPoll", "chat_id", group.id(), "message_id", id).description())
                .isEqualTo("Bad Request: poll has already been closed");
    }

    @Test
    void commands_are_kept_by_scope_and_language() {
        assertThat(bot
                .call("setMyCommands", "commands", List.of(Map.of("command", "aide", "description", "Aide")), "scope",
                        Map.of("type", "all_group_chats"), "language_code", "fr")
                .status()).isEqualTo(200);
        assertThat(
                bot.call("getMyCommands", "scope", Map.of("type", "all_group_chats"), "language_code", "fr").result())
                .hasSize(1);
        assertThat(bot.call("getMyCommands").result()).isEmpty();
        assertThat(bot.call("setMyCommands", "commands", List.of(Map.of("command", "Écarter", "description", "x")))
                .description())
                .isEqualTo("Bad Request: BOT_COMMAND_INVALID");
    }
}
