package org.covigie.bot.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Rich;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Marks and buttons as Telegram takes them (core.telegram.org/bots/api#messageentity, #inlinekeyboardbutton). Pure. */
final class Markup {
    /** core.telegram.org/bots/api#inlinekeyboardbutton: 1–64 bytes. */
    private static final int MOST_DATA = 64;

    private Markup() {}

    /** The text, with the links that cannot stand on a button written below it. */
    static Rich withLinks(Rich rich, List<List<Button>> rows) {
        StringBuilder text = new StringBuilder(rich.text());
        for (Button button : rows.stream().flatMap(List::stream).toList()) {
            if (button.link() != null && !Links.fitsButton(button.link())) {
                text.append("\n\n").append(button.label()).append('\n').append(button.link());
            }
        }
        return new Rich(text.toString(), rich.marks());
    }

    static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
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

    static @Nullable List<MessageEntity> entities(Rich rich) {
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

    static boolean tooLong(List<List<Button>> rows) {
        return rows.stream().flatMap(List::stream).map(Button::data)
                .anyMatch(data -> data != null && data.getBytes(StandardCharsets.UTF_8).length > MOST_DATA);
    }

    /** At most so many UTF-16 code units, never half a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
