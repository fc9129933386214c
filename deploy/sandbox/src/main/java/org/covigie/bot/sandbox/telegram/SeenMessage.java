package org.covigie.bot.sandbox.telegram;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as somebody sees it in the app.
 *
 * @param id          message id; 0 for an ephemeral one
 * @param ephemeralId id of an ephemeral message (only its receiver sees it), else 0
 * @param senderId    user id, or the chat's id when sent in the group's name
 * @param fromBot     written by the bot
 * @param date        seconds since 1970
 * @param text        text or caption; empty for what has none
 * @param replyTo     message id replied to by a person or the bot, null when none
 * @param quote       the part quoted, null when none
 * @param forwardedFrom name of the first author of a forwarded message
 * @param album       media_group_id, null when the message stands alone
 * @param file        file id of a picture or document, null when none
 * @param service     what happened, as the Bot API names the field ("new_chat_members", "pinned_message"…); null for messages
 * @param buttons     rows of buttons
 * @param reactions   emoji → ids of those who reacted
 * @param votes       option → ids of those who chose it; of an anonymous poll only the viewer's own
 * @param raw         the Message object of the Bot API
 */
public record SeenMessage(int id, int ephemeralId, long chatId, long senderId, String senderName, boolean fromBot,
        long date,
        boolean edited, String text, @Nullable Integer replyTo, @Nullable String quote, @Nullable String forwardedFrom,
        @Nullable String album, @Nullable String file, @Nullable String service, List<List<Button>> buttons,
        Map<String, List<Long>> reactions, Map<Integer, List<Long>> votes, JsonNode raw) {

    /** One button; {@code data} for the bot, or a {@code url} to open. */
    public record Button(String text, @Nullable String data, @Nullable String url) {}

    /** The data of the first button with that label. */
    public String dataOf(String label) {
        return buttons.stream().flatMap(List::stream)
                .filter(button -> button.text().equals(label) && button.data() != null)
                .map(button -> String.valueOf(button.data())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such button"));
    }

    public boolean ephemeral() {
        return ephemeralId != 0;
    }
}
