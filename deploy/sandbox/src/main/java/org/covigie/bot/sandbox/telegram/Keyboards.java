package org.covigie.bot.sandbox.telegram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Inline keyboards as bots may send them: core.telegram.org/bots/api#inlinekeyboardbutton. */
final class Keyboards {

    private static final List<String> ACTIONS = List.of("callback_data", "url", "copy_text", "web_app", "login_url",
            "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "disabled");
    private static final Set<String> LOOKS = Set.of("text", "style", "icon_custom_emoji_id");
    private static final int MOST_BUTTONS = 100;

    private Keyboards() {}

    /** Returns the keyboard to keep with the message, or null when there is none to show. */
    static @Nullable JsonNode check(@Nullable JsonNode markup) {
        if (markup == null) {
            return null;
        }
        if (!markup.isObject()) {
            throw Refusal.bad("object expected as reply markup");
        }
        if (markup.has("keyboard") || markup.has("remove_keyboard") || markup.has("force_reply")) {
            return null;
        }
        if (!markup.path("inline_keyboard").isArray()) {
            throw Refusal.bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array");
        }
        int count = 0;
        for (JsonNode row : markup.path("inline_keyboard")) {
            if (!row.isArray()) {
                throw Refusal.bad("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }
            for (JsonNode button : row) {
                button(button);
                count++;
            }
        }
        if (count > MOST_BUTTONS) {
            throw Refusal.bad("REPLY_MARKUP_TOO_LONG");
        }
        return count == 0 ? null : markup;
    }

    private static void button(JsonNode button) {
        if (!button.isObject()) {
            throw Refusal.bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
        }
        button.properties().forEach(field -> {
            if (!ACTIONS.contains(field.getKey()) && !LOOKS.contains(field.getKey())) {
                throw Refusal.bad("unknown parameter reply_markup." + field.getKey());
            }
        });
        if (Json.text(button, "text").isBlank()) {
            throw Refusal.bad("can't parse inline keyboard button: Field \"text\" must be non-empty");
        }
        long actions = ACTIONS.stream().filter(button::hasNonNull).count();
        if (actions == 0) {
            throw Refusal.bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (actions > 1) {
            throw Refusal.bad("can't parse inline keyboard button: exactly one of the optional fields must be used");
        }
        if (button.hasNonNull("callback_data")) {
            int bytes = Json.text(button, "callback_data").getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > 64) {
                throw Refusal.bad("BUTTON_DATA_INVALID");
            }
        }
        if (button.hasNonNull("url")) {
            url(Json.text(button, "url"));
        }
    }

    private static void url(String url) {
        boolean fine = url.startsWith("tg://") || url.matches("https://[^\\s/]+\\.[^\\s/]+(?:/\\S*)?");
        if (!fine) {
            throw Refusal.bad("inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
        }
    }

    /** Does this keyboard hold a button with that data? */
    static boolean holds(JsonNode message, String data) {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (Json.text(button, "callback_data").equals(data)) {
                    return true;
                }
            }
        }
        return false;
    }
}
