package org.covigie.bot.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Links, requests, cards, files and votes, between people and a bot that speaks HTTP. */
class ComingsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-10-01T12:00:00Z"));
    private final TelegramStandIn server = TelegramStandIn.builder().clock(now::get).rates(false).build();
    private final World world = server.world();
    private final Bot bot = new Bot(server);
    private final Person lea = world.newPerson("Léa", "Roux", "lea", "fr");
    private final Person zoe = world.newPerson("Zoé", null, null, "fr");
    private final Group group = world.newGroup("Soignants", lea);

    @BeforeEach
    void start() {
        server.start();
        bot.listening();
        world.addBot(group, lea, true);
        bot.updates();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String invitation(long seconds) {
        JsonNode link = bot.call("createChatInviteLink", "chat_id", group.id(), "creates_join_request", true, "name",
                "COViGIE", "expire_date", now.get().getEpochSecond() + seconds).result();
        return Json.text(link, "invite_link");
    }

    private void later(long seconds) {
        now.set(now.get().plusSeconds(seconds));
    }

    @Test
    void a_candidate_may_be_written_to_for_five_minutes_only() {
        assertThat(world.links().follow(zoe, invitation(600))).isEqualTo(Links.Followed.REQUESTED);
        JsonNode asked = bot.last("chat_join_request");
        assertThat(Json.id(asked, "user_chat_id")).isEqualTo(zoe.id());
        assertThat(Json.id(asked.path("invite_link"), "expire_date")).isPositive();
        assertThat(bot.call("sendMessage", "chat_id", zoe.id(), "text", "La charte").status()).isEqualTo(200);
        later(301);
        assertThat(bot.call("sendMessage", "chat_id", zoe.id(), "text", "Encore").description())
                .isEqualTo("Forbidden: bot can't initiate conversation with a user");
        assertThat(bot.call("declineChatJoinRequest", "chat_id", group.id(), "user_id", zoe.id()).status())
                .isEqualTo(200);
        assertThat(world.isMember(group, zoe)).isFalse();
    }

    @Test
    void a_link_that_ran_out_or_was_revoked_lets_nobody_ask() {
        String old = invitation(60);
        String revoked = invitation(600);
        assertThat(world.links().invitations()).extracting(Links.Invitation::link).containsExactly(old, revoked);
        bot.call("revokeChatInviteLink", "chat_id", group.id(), "invite_link", revoked).result();
        later(61);
        assertThat(world.links().invitations()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> world.links().follow(zoe, old));
        assertThatIllegalStateException().isThrownBy(() -> world.links().follow(zoe, revoked));
        assertThatIllegalStateException().isThrownBy(() -> world.links().follow(zoe, "https://t.me/+never"));
        assertThatIllegalStateException().isThrownBy(() -> world.links().follow(lea, invitation(60)));
        assertThat(bot.call("createChatInviteLink", "chat_id", group.id(), "expire_date", 5).description())
                .isEqualTo("Bad Request: EXPIRE_DATE_INVALID");
    }

    @Test
    void without_the_right_nothing_of_it_is_allowed() {
        String link = invitation(600);
        world.restrictBot(group, lea, "can_invite_users", "can_restrict_members");
        world.links().follow(zoe, link);
        assertThat(bot.updates()).noneMatch(update -> update.has("chat_join_request"));
        assertThat(bot.call("createChatInviteLink", "chat_id", group.id()).description())
                .isEqualTo("Bad Request: not enough rights to manage chat invite link");
        assertThat(bot.call("approveChatJoinRequest", "chat_id", group.id(), "user_id", zoe.id()).description())
                .isEqualTo("Bad Request: not enough rights to manage chat join requests");
        assertThat(bot.call("banChatMember", "chat_id", group.id(), "user_id", zoe.id()).description())
                .isEqualTo("Bad Request: not enough rights to restrict/unrestrict chat member");
    }

    @Test
    void coming_and_going_is_told_twice_and_counted() {
        world.addMember(group, lea, zoe);
        List<JsonNode> came = bot.updates();
        assertThat(came).anyMatch(one -> "member".equals(Json.text(one.path("chat_member").path("new_chat_member"),
                "status")));
        assertThat(came).anyMatch(one -> one.path("message").has("new_chat_members"));
        assertThat(bot.call("getChatMemberCount", "chat_id", group.id()).result().asInt(0)).isEqualTo(3);
        assertThatIllegalStateException().isThrownBy(() -> world.addMember(group, lea, zoe));
        world.leave(group, zoe);
        assertThat(bot.updates()).anyMatch(one -> one.path("message").has("left_chat_member"));
        assertThat(bot.call("getChatMemberCount", "chat_id", group.id()).result().asInt(0)).isEqualTo(2);
        assertThatIllegalStateException().isThrownBy(() -> world.leave(group, zoe));
    }

    @Test
    void who_was_put_out_comes_back_only_when_that_is_lifted() {
        world.join(group, zoe);
        bot.call("banChatMember", "chat_id", group.id(), "user_id", zoe.id()).result();
        assertThatIllegalStateException().isThrownBy(() -> world.join(group, zoe));
        String link = invitation(600);
        assertThatIllegalStateException().isThrownBy(() -> world.links().follow(zoe, link));
        bot.call("unbanChatMember", "chat_id", group.id(), "user_id", zoe.id(), "only_if_banned", true).result();
        world.links().follow(zoe, link);
        bot.call("approveChatJoinRequest", "chat_id", group.id(), "user_id", zoe.id()).result();
        bot.call("unbanChatMember", "chat_id", group.id(), "user_id", zoe.id(), "only_if_banned", true).result();
        assertThat(world.isMember(group, zoe)).isTrue();
    }

    @Test
    void a_link_to_the_bot_says_its_code_in_private() {
        assertThat(world.links().follow(zoe, "https://t.me/covigie_bot?start=ab-3_Z"))
                .isEqualTo(Links.Followed.PRIVATE);
        assertThat(Json.text(bot.last("message"), "text")).isEqualTo("/start ab-3_Z");
        assertThatIllegalStateException().isThrownBy(() -> world.links().follow(zoe, "https://t.me/other_bot"));
        assertThatIllegalStateException().isThrownBy(() -> world.links().follow(zoe, "https://example.org/"));
    }

    @Test
    void a_link_for_a_group_makes_the_bot_an_administrator_and_says_its_code_there() {
        String link = "https://t.me/covigie_bot?startgroup=ab-3_Z&admin=invite_users+restrict_members";
        Group local = world.newGroup("Antenne", lea, zoe);
        assertThat(Links.wantsGroup(link)).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> world.links().addBot(local, zoe, link));
        world.links().addBot(local, lea, link);
        List<JsonNode> told = bot.updates();
        assertThat(told).anyMatch(one -> "administrator"
                .equals(Json.text(one.path("my_chat_member").path("new_chat_member"), "status")));
        assertThat(Json.text(told.getLast().path("message"), "text")).isEqualTo("/start@covigie_bot ab-3_Z");
    }

    @Test
    void a_contact_card_is_handed_over() {
        world.cardPrivately(lea, zoe, "+33639980001");
        JsonNode card = bot.last("message").path("contact");
        assertThat(Json.text(card, "phone_number")).isEqualTo("+33639980001");
        assertThat(Json.id(card, "user_id")).isEqualTo(zoe.id());
        world.write(group, lea).card(zoe, "+33639980001").send();
        assertThat(Json.text(bot.last("message").path("contact"), "first_name")).isEqualTo("Zoé");
    }

    @Test
    void a_message_is_passed_on_with_its_first_author() {
        world.writePrivately(lea, "/start");
        int id = world.say(group, lea, "Rupture d’amoxicilline");
        JsonNode sent = bot
                .call("forwardMessage", "chat_id", lea.id(), "from_chat_id", group.id(), "message_id", id).result();
        assertThat(Json.text(sent, "text")).isEqualTo("Rupture d’amoxicilline");
        assertThat(world.privateMessages(lea).getLast().forwardedFrom()).isEqualTo("Léa Roux");
        assertThat(bot.call("forwardMessage", "chat_id", lea.id(), "from_chat_id", group.id(), "message_id", 9_999)
                .description()).isEqualTo("Bad Request: message to forward not found");
        assertThat(bot.call("forwardMessage", "chat_id", zoe.id(), "from_chat_id", group.id(), "message_id", id)
                .status()).isEqualTo(403);
    }

    @Test
    void files_are_kept_under_any_name_up_to_ten_megabytes() {
        JsonNode sent = upload("mes-données.txt", new byte[]{1, 2, 3}).result();
        assertThat(Json.text(sent.path("document"), "file_name")).isEqualTo("mes-données.txt");
        assertThat(world.file(Json.text(sent.path("document"), "file_id")))
                .hasValueSatisfying(file -> assertThat(file.bytes()).containsExactly(1, 2, 3));
        assertThat(upload("gros.bin", new byte[10 * 1024 * 1024 + 1]).status()).isEqualTo(413);
        assertThat(upload("vide.bin", new byte[0]).description()).isEqualTo("Bad Request: file must be non-empty");
    }

    private Bot.Answer upload(String name, byte[] bytes) {
        String head = "--b\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n" + group.id()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\nattach://" + name
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[before.length + bytes.length + after.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(bytes, 0, body, before.length, bytes.length);
        System.arraycopy(after, 0, body, before.length + bytes.length, after.length);
        return bot.send("sendDocument", "multipart/form-data; boundary=b", body);
    }

    @Test
    void a_vote_is_open_or_secret_as_the_bot_chose_and_can_be_taken_back() {
        world.join(group, zoe);
        int open = poll(false, true);
        world.vote(group, zoe, open, 0, 1);
        assertThat(bot.last("poll_answer").path("option_ids")).hasSize(2);
        assertThat(world.messages(group, lea).getLast().votes()).isEqualTo(Map.of(0, List.of(zoe.id()), 1,
                List.of(zoe.id())));
        world.vote(group, zoe, open);
        assertThat(bot.last("poll_answer").path("option_ids")).isEmpty();
        int secret = poll(true, false);
        world.vote(group, zoe, secret, 1);
        assertThat(bot.updates()).noneMatch(update -> update.has("poll_answer"));
        assertThat(world.messages(group, lea).getLast().votes()).isEmpty();
        assertThat(world.messages(group, zoe).getLast().votes()).containsOnlyKeys(1);
        assertThatIllegalStateException().isThrownBy(() -> world.vote(group, zoe, secret, 0, 1));
        assertThatIllegalStateException().isThrownBy(() -> world.vote(group, zoe, secret, 2));
        world.leave(group, zoe);
        assertThatIllegalStateException().isThrownBy(() -> world.vote(group, zoe, secret, 0));
    }

    private int poll(boolean secret, boolean several) {
        return bot.call("sendPoll", "chat_id", group.id(), "question", "Quand ?", "options",
                List.of(Map.of("text", "Lundi"), Map.of("text", "Mardi")), "is_anonymous", secret,
                "allows_multiple_answers", several).result().path("message_id").asInt(0);
    }
}
