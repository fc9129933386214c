package org.covigie.bot.whatsapp;

import com.twilio.rest.api.v2010.account.Message;
import org.covigie.bot.messaging.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio says of a message it took, by callback or when asked
 * (twilio.com/docs/messaging/api/message-resource#message-status-values). Pure.
 */
final class Statuses {
    private Statuses() {}

    /** By callback; null when it tells nothing new, or cannot be read. */
    static @Nullable Receipt of(Form form) {
        String sid = form.get("MessageSid");
        if (sid == null || !Sids.isMessage(sid)) {
            return null;
        }
        String status = form.getOr("MessageStatus", form.getOr("SmsStatus", ""));
        boolean read = "READ".equalsIgnoreCase(form.get("EventType"));
        return receipt(sid, read ? "read" : status, form.get("ErrorCode"));
    }

    /** When asked. */
    static @Nullable Receipt of(Message message) {
        if (message.getSid() == null || message.getStatus() == null) {
            return null;
        }
        Integer code = message.getErrorCode();
        return receipt(message.getSid(), message.getStatus().toString(), code == null ? null : code.toString());
    }

    static boolean failed(Message.@Nullable Status status) {
        return status == Message.Status.FAILED || status == Message.Status.UNDELIVERED;
    }

    private static @Nullable Receipt receipt(String sid, String status, @Nullable String code) {
        return switch (status.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "sent" -> new Receipt(sid, Receipt.State.SENT, null);
            case "delivered" -> new Receipt(sid, Receipt.State.DELIVERED, null);
            case "read" -> new Receipt(sid, Receipt.State.READ, null);
            case "failed", "undelivered" -> new Receipt(sid, Receipt.State.FAILED, plain(code));
            // accepted, queued, sending: on its way
            default -> null;
        };
    }

    /** Digits only: whatever else stood there could be anybody's words. */
    private static String plain(@Nullable String code) {
        return code != null && code.matches("[0-9]{1,6}") ? code : "failed";
    }
}
