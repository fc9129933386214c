package org.covigie.bot.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * A message that one member of a group sees. The library stops at Bot API 10.2; 10.3 replaced its top-level parameter by
 * {@code ephemeral_message_parameters} (core.telegram.org/bots/api#ephemeralmessageparameters).
 */
final class EphemeralMessage extends SendMessage {
    private final long receiver;

    EphemeralMessage(String chat, String text, long receiver) {
        super(chat, text);
        this.receiver = receiver;
    }

    @JsonProperty("ephemeral_message_parameters")
    Map<String, Object> parameters() {
        return Map.of("receiver_user_id", receiver);
    }
}
