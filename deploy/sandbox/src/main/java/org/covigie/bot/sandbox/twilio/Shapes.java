package org.covigie.bot.sandbox.twilio;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Messages as Twilio writes them: twilio.com/docs/messaging/api/message-resource. */
final class Shapes {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);

    private Shapes() {}

    static @Nullable String date(long millis) {
        return millis == 0 ? null : RFC_2822.format(Instant.ofEpochMilli(millis));
    }

    static String uri(Engine engine, String sid) {
        return "/2010-04-01/Accounts/" + engine.accountSid + "/Messages/" + sid;
    }

    static ObjectNode message(Engine engine, State.Message message) {
        ObjectNode json = Json.object();
        json.put("account_sid", engine.accountSid).put("api_version", "2010-04-01").put("body", message.body)
                .put("date_created", date(message.created)).put("date_sent", date(message.sent))
                .put("date_updated", date(message.updated))
                .put("direction", message.inbound ? "inbound" : "outbound-api");
        // what will go wrong is not known to whoever asks too early
        boolean failed = message.status.equals("failed") || message.status.equals("undelivered");
        if (!failed) {
            json.putNull("error_code");
        } else {
            json.put("error_code", message.error);
        }
        json.putNull("error_message").put("from", message.from).putNull("messaging_service_sid")
                .put("num_media", String.valueOf(message.media.size())).put("num_segments", "1").putNull("price")
                .putNull("price_unit").put("sid", message.sid).put("status", message.status).put("to", message.to)
                .put("uri", uri(engine, message.sid) + ".json");
        json.set("subresource_uris", Json.object().put("media", uri(engine, message.sid) + "/Media.json"));
        return json;
    }

    static ObjectNode media(Engine engine, State.Message message, State.Media media) {
        return Json.object().put("sid", media.sid()).put("account_sid", engine.accountSid)
                .put("parent_sid", message.sid).put("content_type", media.type())
                .put("date_created", date(message.created)).put("date_updated", date(message.updated))
                .put("uri", uri(engine, message.sid) + "/Media/" + media.sid() + ".json");
    }
}
