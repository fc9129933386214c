package org.covigie.bot.sandbox.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportTest {

    private final TelegramStandIn server = TelegramStandIn.builder().build();
    private final World world = server.world();
    private final Bot bot = new Bot(server);
    private final Person lea = world.newPerson("Léa", null, null, null);

    @BeforeEach
    void start() {
        server.start();
        world.writePrivately(lea, "/start");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String lastText() {
        return world.privateMessages(lea).getLast().text();
    }

    @Test
    void the_librarys_json_with_a_method_property_and_a_lower_case_name() {
        String json = "{\"method\":\"sendmessage\",\"chat_id\":\"" + lea.id()
                + "\",\"text\":\"Été\",\"parse_mode\":null}";
        assertThat(bot.send("sendmessage", "application/json; charset=utf-8", json.getBytes(UTF_8)).status())
                .isEqualTo(200);
        assertThat(lastText()).isEqualTo("Été");
    }

    @Test
    void a_form_with_json_inside() {
        String keyboard = "{\"inline_keyboard\":[[{\"text\":\"Oui\",\"callback_data\":\"oui\"}]]}";
        String form = "chat_id=" + lea.id() + "&text=" + URLEncoder.encode("à & b", UTF_8) + "&reply_markup="
                + URLEncoder.encode(keyboard, UTF_8);
        assertThat(bot.send("sendMessage", "application/x-www-form-urlencoded", form.getBytes(UTF_8)).status())
                .isEqualTo(200);
        assertThat(lastText()).isEqualTo("à & b");
        assertThat(world.privateMessages(lea).getLast().dataOf("Oui")).isEqualTo("oui");
    }

    @Test
    void the_query_string() {
        assertThat(bot
                .at("/bot" + server.token() + "/sendMessage?chat_id=" + lea.id() + "&text=bonjour", null, new byte[0])
                .status()).isEqualTo(200);
        assertThat(lastText()).isEqualTo("bonjour");
    }

    @Test
    void multipart_with_a_picture() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n" + lea.id()
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"qr.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\nDATA"
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nLe code\r\n--x--\r\n";
        assertThat(bot.send("sendphoto", "multipart/form-data; boundary=x", part.getBytes(UTF_8)).status())
                .isEqualTo(200);
        SeenMessage seen = world.privateMessages(lea).getLast();
        assertThat(seen.text()).isEqualTo("Le code");
        assertThat(world.file(String.valueOf(seen.file()))).hasValueSatisfying(file -> {
            assertThat(file.contentType()).isEqualTo("image/png");
            assertThat(new String(file.bytes(), UTF_8)).isEqualTo("PNG\r\nDATA");
        });
    }

    @Test
    void get_me_says_who_the_bot_is() {
        assertThat(bot.call("getMe").result().path("is_bot").asBoolean(false)).isTrue();
        assertThat(Json.id(bot.call("getMe").result(), "id")).isEqualTo(world.botId());
    }

    @Test
    void calls_are_remembered_for_tests() {
        bot.call("sendMessage", "chat_id", 5, "text", "x");
        assertThat(world.wire().calls().getLast()).satisfies(call -> {
            assertThat(call.method()).isEqualTo("sendMessage");
            assertThat(call.status()).isEqualTo(400);
            assertThat(call.parameters().path("text").asString("")).isEqualTo("x");
        });
    }
}
