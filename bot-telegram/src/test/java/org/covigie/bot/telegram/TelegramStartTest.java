package org.covigie.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.messaging.Menu;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class TelegramStartTest {
    private static final String TOKEN = "123456:T-0ken_that-must-never-show";
    private static final Pace QUICK = new Pace(Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(20),
            Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(100));
    private static final Menu MENU = (scope, language) -> List.of(new Menu.Entry("aide",
            language.equals(Locale.FRENCH) ? "Ce que vous pouvez faire ici" : "What you may do here"));

    private final StandIn telegram = standIn();
    private final Connection connection = new Connection();
    private @Nullable TelegramStart start;
    private @Nullable TelegramApi api;

    @AfterEach
    void stop() {
        if (start != null) {
            start.stop();
        }
        if (api != null) {
            api.close();
        }
        telegram.close();
    }

    @Test
    void menusAreSetForEveryScopeInFrenchForAllAndInEnglish() {
        start("polling", MENU);
        await().until(() -> telegram.asked("setMyCommands").size() == 6);
        List<JsonNode> menus = telegram.asked("setMyCommands");
        assertThat(menus).allSatisfy(body -> assertThat(BotApi.faults("setMyCommands", body)).isEmpty());
        assertThat(menus).map(body -> body.path("scope").path("type").asString() + " "
                + body.path("language_code").asString("") + " "
                + body.path("commands").path(0).path("description").asString())
                .containsExactly("all_private_chats  Ce que vous pouvez faire ici",
                        "all_private_chats en What you may do here", "all_group_chats  Ce que vous pouvez faire ici",
                        "all_group_chats en What you may do here",
                        "all_chat_administrators  Ce que vous pouvez faire ici",
                        "all_chat_administrators en What you may do here");
        assertThat(telegram.asked("setWebhook")).isEmpty();
    }

    @Test
    void inWebhookModeTheBotSetsItsWebhookItselfUntilItSucceeds(CapturedOutput output) {
        telegram.script("setWebhook", "<html>502</html>",
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: bad webhook: Failed to resolve host\"}",
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\",\"parameters\":{\"retry_after\":1}}");
        start("webhook", null);
        await().until(() -> telegram.asked("setWebhook").size() == 4);
        JsonNode hook = telegram.asked("setWebhook").getFirst();
        assertThat(BotApi.faults("setWebhook", hook)).isEmpty();
        assertThat(hook.path("url").asString()).isEqualTo("https://bot.example/telegram/webhook");
        assertThat(hook.path("secret_token").asString()).isEqualTo("S3cret");
        assertThat(hook.path("allowed_updates").toString()).contains("message_reaction");
        assertThat(output.getAll()).contains("COVIGIE_PUBLIC_URL").contains("bad-webhook").doesNotContain("S3cret");
    }

    @Test
    void aMenuThatIsRefusedForGoodDoesNotKeepTheOthersBack() {
        telegram.script("setMyCommands",
                "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: BOT_COMMAND_INVALID\"}");
        start("polling", MENU);
        await().until(() -> telegram.asked("setMyCommands").size() == 6);
    }

    @Test
    void aRefusedTokenIsToldOnceAndTriedAgainLater(CapturedOutput output) {
        String refused = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}";
        telegram.script("getMe", refused, refused);
        start("polling", null);
        await().until(() -> telegram.asked("getMe").size() == 3);
        assertThat(output.getAll()).containsOnlyOnce("token refused").doesNotContain("T-0ken");
        await().until(() -> connection.state() == Connection.State.CONNECTED);
    }

    private void start(String mode, @Nullable Menu menu) {
        TelegramProperties properties = new TelegramProperties(TOKEN, telegram.url(), mode, "S3cret",
                Duration.ofSeconds(1), Duration.ofSeconds(1));
        TelegramApi made = new TelegramApi(properties, connection);
        TelegramStart starting = new TelegramStart(made, new Self(made), properties, "https://bot.example/", () -> menu,
                QUICK);
        api = made;
        start = starting;
        starting.start();
    }

    private static StandIn standIn() {
        try {
            return new StandIn(TOKEN);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
