package org.covigie.bot.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.polls.SendPoll;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.polls.input.InputPollOption;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class LibraryTest {

    private final TelegramStandIn server = TelegramStandIn.builder().build();
    private final World world = server.world();
    private final Person lea = world.newPerson("Léa", "Roux", "lea", "fr");
    private final Group group = world.newGroup("Soignants", lea);
    private final OkHttpClient http = new OkHttpClient();

    @BeforeEach
    void start() {
        server.start();
        world.addBot(group, lea, true);
    }

    @AfterEach
    void stop() {
        server.stop();
        http.dispatcher().executorService().shutdown();
    }

    private OkHttpTelegramClient client() {
        return new OkHttpTelegramClient(http, server.token(),
                new TelegramUrl("http", "127.0.0.1", server.port(), false));
    }

    @Test
    void the_library_sends_and_reads_the_answers() throws TelegramApiException {
        String chat = String.valueOf(group.id());
        InlineKeyboardButton button = InlineKeyboardButton.builder().text("Oui").callbackData("oui").build();
        Message sent = client().execute(SendMessage.builder().chatId(chat).text("Bonjour").disableNotification(true)
                .replyMarkup(InlineKeyboardMarkup.builder().keyboardRow(new InlineKeyboardRow(button)).build())
                .build());
        assertThat(sent.getText()).isEqualTo("Bonjour");
        assertThat(client().execute(new GetMe()).getIsBot()).isTrue();
        assertThat(client().execute(new GetChat(chat)).getTitle()).isEqualTo("Soignants");
        assertThat(client().execute(new GetChatMember(chat, lea.id())).getStatus()).isEqualTo("creator");
        assertThat(client().execute(new GetChatAdministrators(chat))).hasSize(2);
        assertThat(client()
                .execute(SetMyCommands.builder().command(new BotCommand("aide", "Aide")).languageCode("fr").build()))
                .isTrue();
        assertThat(client().execute(SetMessageReaction.builder().chatId(chat).messageId(sent.getMessageId())
                .reactionTypes(List.of(ReactionTypeEmoji.builder().emoji("👌").build())).build())).isTrue();
        assertThat(client().execute(SendPoll.builder().chatId(chat).question("Rupture ?")
                .options(List.of(new InputPollOption("Oui"), new InputPollOption("Non")))
                .isAnonymous(false).build()).getPoll().getOptions()).hasSize(2);
    }

    @Test
    void the_library_sends_pictures_and_sets_the_webhook() throws TelegramApiException {
        InputFile picture = new InputFile(new ByteArrayInputStream(new byte[]{1, 2, 3}), "qr.png");
        Message sent = client()
                .execute(SendPhoto.builder().chatId(group.id()).photo(picture).caption("Le code").build());
        assertThat(world.file(sent.getPhoto().getFirst().getFileId()))
                .hasValueSatisfying(file -> assertThat(file.bytes()).containsExactly(1, 2, 3));
        assertThat(client().execute(SetWebhook.builder().url("http://127.0.0.1:9/hook").secretToken("abc")
                .allowedUpdates(List.of("message")).build())).isTrue();
    }

    @Test
    void the_library_understands_a_refusal() {
        assertThatExceptionOfType(TelegramApiRequestException.class)
                .isThrownBy(() -> client().execute(SendMessage.builder().chatId(lea.id()).text("Bonjour").build()))
                .satisfies(refusal -> assertThat(refusal.getErrorCode()).isEqualTo(403));
    }
}
