package org.covigie.bot.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Writes what the bot says as method calls. Pure. Words of people travel with entities beside them, never with a parse
 * mode, so nothing they contain can become markup. Links show no preview.
 */
final class TelegramWriter {
    /** core.telegram.org/bots/api#inlinekeyboardbutton: 1–64 bytes. */
    private static final int MOST_DATA = 64;
    /** core.telegram.org/bots/api#answercallbackquery: 0–200 characters. */
    private static final int MOST_PRESS_ANSWER = 200;
    /** The topic that every forum has; it is addressed by naming none. */
    private static final int GENERAL = 1;

    private TelegramWriter() {}

    /** What came of writing: a call, or the reason why there can be none. */
    sealed interface Written {
        record Ready(Call call) implements Written {}

        record Unfit(String code) implements Written {}
    }

    static Written write(Outgoing outgoing) {
        return switch (outgoing) {
            case Outgoing.Text text -> text(text);
            case Outgoing.Edit edit -> edit(edit);
            case Outgoing.Reaction reaction -> reaction(reaction);
            case Outgoing.PressAnswer press -> press(press);
        };
    }

    private static Written text(Outgoing.Text text) {
        if (tooLong(text.rows())) {
            return new Written.Unfit("button-data-too-long");
        }
        Rich rich = withLinks(text.text(), text.rows());
        SendMessage message;
        if (text.onlyFor() == null) {
            message = new SendMessage(text.to().id(), rich.text());
        } else {
            Long receiver = number(text.onlyFor().id());
            if (receiver == null) {
                return new Written.Unfit("receiver-invalid");
            }
            message = new EphemeralMessage(text.to().id(), rich.text(), receiver);
        }
        message.setEntities(entities(rich));
        message.setLinkPreviewOptions(noPreview());
        message.setReplyMarkup(keyboard(text.rows()));
        Integer topic = id(text.topic());
        if (topic != null && topic != GENERAL) {
            message.setMessageThreadId(topic);
        }
        Integer replyTo = id(text.replyTo());
        if (replyTo != null) {
            ReplyParameters reply = new ReplyParameters(replyTo);
            reply.setAllowSendingWithoutReply(true);
            message.setReplyParameters(reply);
        }
        return new Written.Ready(Call.of(message));
    }

    private static Written edit(Outgoing.Edit edit) {
        Integer id = id(edit.message());
        if (id == null) {
            return new Written.Unfit("message-id-invalid");
        }
        if (tooLong(edit.rows())) {
            return new Written.Unfit("button-data-too-long");
        }
        Rich rich = withLinks(edit.text(), edit.rows());
        return new Written.Ready(Call.of(EditMessageText.builder().chatId(edit.to().id()).messageId(id)
                .text(rich.text()).entities(entities(rich)).linkPreviewOptions(noPreview())
                .replyMarkup(keyboard(edit.rows())).build()));
    }

    private static Written reaction(Outgoing.Reaction reaction) {
        Integer id = id(reaction.message());
        if (id == null) {
            return new Written.Unfit("message-id-invalid");
        }
        SetMessageReaction method = new SetMessageReaction(reaction.to().id(), id);
        method.setReactionTypes(
                reaction.emoji() == null ? List.of() : List.of(new ReactionTypeEmoji(reaction.emoji())));
        return new Written.Ready(Call.of(method));
    }

    private static Written press(Outgoing.PressAnswer press) {
        AnswerCallbackQuery method = new AnswerCallbackQuery(press.press());
        if (press.text() != null) {
            method.setText(cut(press.text()));
            method.setShowAlert(press.alert());
        }
        return new Written.Ready(Call.of(method));
    }

    /** The text, with the links that cannot stand on a button written below it. */
    private static Rich withLinks(Rich rich, List<List<Button>> rows) {
        StringBuilder text = new StringBuilder(rich.text());
        for (Button button : rows.stream().flatMap(List::stream).toList()) {
            if (button.link() != null && !Links.fitsButton(button.link())) {
                text.append("\n\n").append(button.label()).append('\n').append(button.link());
            }
        }
        return new Rich(text.toString(), rich.marks());
    }

    private static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
        List<InlineKeyboardRow> keyboard = new ArrayList<>();
        for (List<Button> row : rows) {
            InlineKeyboardRow keys = new InlineKeyboardRow();
            for (Button button : row) {
                if (button.link() == null && button.data() != null) {
                    keys.add(InlineKeyboardButton.builder().text(button.label()).callbackData(button.data()).build());
                } else if (button.link() != null && Links.fitsButton(button.link())) {
                    keys.add(InlineKeyboardButton.builder().text(button.label()).url(button.link()).build());
                }
            }
            if (!keys.isEmpty()) {
                keyboard.add(keys);
            }
        }
        return keyboard.isEmpty() ? null : new InlineKeyboardMarkup(keyboard);
    }

    private static @Nullable List<MessageEntity> entities(Rich rich) {
        List<MessageEntity> entities = new ArrayList<>();
        for (Rich.Mark mark : rich.marks()) {
            int start = Math.clamp(mark.start(), 0, rich.text().length());
            int length = Math.clamp(mark.length(), 0, rich.text().length() - start);
            if (length > 0 && (mark.style() != Rich.Style.LINK || mark.link() != null)) {
                MessageEntity entity = new MessageEntity(type(mark.style()), start, length);
                if (mark.style() == Rich.Style.LINK) {
                    entity.setUrl(mark.link());
                }
                entities.add(entity);
            }
        }
        return entities.isEmpty() ? null : entities;
    }

    private static String type(Rich.Style style) {
        return switch (style) {
            case BOLD -> "bold";
            case ITALIC -> "italic";
            case QUOTE -> "blockquote";
            case CODE -> "code";
            case LINK -> "text_link";
        };
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private static boolean tooLong(List<List<Button>> rows) {
        return rows.stream().flatMap(List::stream).map(Button::data)
                .anyMatch(data -> data != null && data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA);
    }

    private static String cut(String text) {
        if (text.length() <= MOST_PRESS_ANSWER) {
            return text;
        }
        int end = MOST_PRESS_ANSWER - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static @Nullable Integer id(@Nullable String id) {
        Long number = id == null ? null : number(id);
        return number == null || number < 1 || number > Integer.MAX_VALUE ? null : number.intValue();
    }

    private static @Nullable Long number(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
