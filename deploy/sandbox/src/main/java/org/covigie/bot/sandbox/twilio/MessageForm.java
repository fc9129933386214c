package org.covigie.bot.sandbox.twilio;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters by which a message is created, and what Twilio refuses at once; under the engine's lock. */
final class MessageForm {

    /** twilio.com/docs/api/errors/21617. */
    private static final int LONGEST = 1600;
    private static final Pattern NUMBER = Pattern.compile("whatsapp:\\+[1-9]\\d{6,14}");
    private static final Pattern ID = Pattern.compile("whatsapp:[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");

    private final Engine engine;

    MessageForm(Engine engine) {
        this.engine = engine;
    }

    State.Message read(Map<String, List<String>> form) {
        State.Message message = new State.Message();
        message.to = to(Request.first(form, "To"));
        message.from = from(Request.first(form, "From"));
        message.callback = callback(Request.first(form, "StatusCallback"));
        String body = Request.first(form, "Body");
        List<String> media = form.getOrDefault("MediaUrl", List.of());
        String content = Request.first(form, "ContentSid");
        if (content != null) {
            if (body != null || !media.isEmpty()) {
                throw Refusal.bad(21619,
                        "A ContentSid cannot be used together with a text message body or media urls.");
            }
            message.sid = Engine.sid("MM");
            new Rendering(engine, content, Request.first(form, "ContentVariables")).into(message);
            return message;
        }
        if ((body == null || body.isBlank()) && media.isEmpty()) {
            throw Refusal.bad(21602, "Message body is required.");
        }
        if (body != null && body.length() > LONGEST) {
            throw Refusal.bad(21617, "The concatenated message body exceeds the 1600 character limit");
        }
        message.sid = Engine.sid(media.isEmpty() ? "SM" : "MM");
        message.body = body == null ? "" : body;
        message.media = media(media);
        return message;
    }

    private String to(@Nullable String to) {
        if (to == null || to.isEmpty()) {
            throw Refusal.bad(21604, "A 'To' phone number is required.");
        }
        boolean known = NUMBER.matcher(to).matches() || ID.matcher(to).matches() && engine.at(to) != null;
        if (!known) {
            throw Refusal.bad(21211, "Invalid 'To' Phone Number");
        }
        return to;
    }

    private String from(@Nullable String from) {
        if (from == null || from.isEmpty()) {
            throw Refusal.bad(21603, "A 'From' phone number is required.");
        }
        if (!from.equals(engine.from)) {
            throw Refusal.bad(63007, "Twilio could not find a Channel with the specified From address");
        }
        return from;
    }

    private static @Nullable String callback(@Nullable String callback) {
        if (callback == null || callback.isEmpty()) {
            return null;
        }
        try {
            URI address = URI.create(callback);
            // the host without a name that URI would not take either: an underscore
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return callback;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw Refusal.bad(21609, "The 'StatusCallback' URL is not a valid URL.");
    }

    private static List<State.Media> media(List<String> addresses) {
        List<State.Media> media = new ArrayList<>();
        if (addresses.size() > 1) {
            // one medium a message on WhatsApp: twilio.com/docs/whatsapp/guidance-whatsapp-media-messages
            throw Refusal.bad(21623, "Number of media files exceeds allowed limit");
        }
        for (String address : addresses) {
            if (!address.matches("https?://\\S+")) {
                throw Refusal.bad(21620, "Invalid media URL(s)");
            }
            media.add(new State.Media(Engine.sid("ME"), "", address));
        }
        return media;
    }
}
