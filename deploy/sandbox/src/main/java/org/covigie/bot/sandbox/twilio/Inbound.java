package org.covigie.bot.sandbox.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends, and the webhook that tells the bot of it, with the parameters of
 * twilio.com/docs/messaging/guides/webhook-request and those that real calls carry besides.
 */
final class Inbound {

    /** A reply names the message replied to only when it was sent within this time. */
    private static final Duration QUOTABLE = Duration.ofDays(7);
    private static final int LONGEST = 1600;

    private final Engine engine;
    private final Webhooks webhooks;
    private final String address;

    Inbound(Engine engine, Webhooks webhooks, String address) {
        this.engine = engine;
        this.webhooks = webhooks;
        this.address = address;
    }

    /** What is sent; {@code payload}: a button was tapped. */
    record Draft(String body, List<byte[]> media, String type, boolean forwarded, @Nullable String repliedTo,
            @Nullable String payload, Map<String, String> more) {

        static Draft text(String body) {
            return new Draft(body, List.of(), "", false, null, null, Map.of());
        }
    }

    /** Returns the message's sid at once; the bot is told in the background, messages of one person in their order. */
    String send(String person, Draft draft) {
        if (draft.body().length() > LONGEST) {
            throw new IllegalStateException("Twilio hands on no longer text");
        }
        Map<String, String> told = engine.change(() -> {
            State.Account account = engine.account(person);
            if (account.vanished) {
                throw new IllegalStateException("This number is no longer on WhatsApp");
            }
            State.Message message = kept(account, draft);
            account.lastInbound = message.created;
            account.blocked = false;
            return parameters(account, message, draft);
        });
        String sid = told.getOrDefault("MessageSid", "");
        if (!engine.faults.dice("inbound:" + person + draft.body()).shows(Faults.Kind.INBOUND_LOST)) {
            engine.lanes.add("person:" + person, () -> webhooks.post(address, told));
        }
        return sid;
    }

    private State.Message kept(State.Account account, Draft draft) {
        State.Message message = new State.Message();
        message.sid = Engine.sid(draft.media().isEmpty() ? "SM" : "MM");
        message.person = account.key;
        message.inbound = true;
        message.from = account.address();
        message.to = engine.from;
        message.body = draft.body();
        message.forwarded = draft.forwarded();
        message.status = "received";
        message.created = engine.now().toEpochMilli();
        message.sent = message.created;
        message.updated = message.created;
        String replied = draft.repliedTo();
        if (replied != null) {
            State.Message quoted = engine.state.messages.get(replied);
            if (quoted == null || !quoted.person.equals(account.key)) {
                throw new IllegalStateException("That message is not on this telephone");
            }
            message.repliedTo = replied;
        }
        for (byte[] bytes : draft.media()) {
            String sid = Engine.sid("ME");
            engine.bytes.put(sid, bytes);
            message.media.add(new State.Media(sid, draft.type(), ""));
        }
        engine.keep(message);
        return message;
    }

    private Map<String, String> parameters(State.Account account, State.Message message, Draft draft) {
        boolean tapped = draft.payload() != null;
        Map<String, String> told = new TreeMap<>(Map.of("MessageSid", message.sid, "SmsSid", message.sid,
                "SmsMessageSid", message.sid, "AccountSid", engine.accountSid, "From", message.from, "To", message.to,
                "ProfileName", account.name, "Body", message.body, "NumMedia", "" + message.media.size(),
                "SmsStatus", "received"));
        told.putAll(Map.of("NumSegments", "1", "ApiVersion", "2010-04-01", "ReferralNumMedia", "0", "Forwarded",
                "" + message.forwarded, "FrequentlyForwarded", "false", "MessageType", type(message, tapped)));
        if (account.phone != null) {
            told.put("WaId", account.phone.replaceFirst("^whatsapp:\\+", ""));
        }
        if (account.bsuid != null) {
            told.put("ExternalUserId", account.bsuid);
        }
        for (int i = 0; i < message.media.size(); i++) {
            told.put("MediaUrl" + i, "https://api.twilio.com" + Shapes.uri(engine, message.sid) + "/Media/"
                    + message.media.get(i).sid());
            told.put("MediaContentType" + i, message.media.get(i).type());
        }
        told.putAll(draft.more());
        String replied = message.repliedTo;
        // the oldest one of all may just have gone
        State.Message quoted = replied == null ? null : engine.state.messages.get(replied);
        if (quoted != null) {
            if (engine.now().toEpochMilli() - quoted.created < QUOTABLE.toMillis()) {
                told.put("OriginalRepliedMessageSid", quoted.sid);
                told.put("OriginalRepliedMessageSender", quoted.from);
            }
            if (tapped) {
                tap(told, quoted, String.valueOf(draft.payload()), message.body);
            }
        }
        told.put("ChannelMetadata", metadata(account, message, told).toString());
        return told;
    }

    private static void tap(Map<String, String> told, State.Message quoted, String payload, String title) {
        if (quoted.list) {
            told.put("ListId", payload);
            told.put("ListTitle", title);
        } else {
            told.put("ButtonPayload", payload);
            told.put("ButtonText", title);
        }
    }

    private static String type(State.Message message, boolean tapped) {
        if (tapped) {
            return "interactive";
        }
        return message.media.isEmpty() ? "text" : switch (message.media.getFirst().type().split("/", 2)[0]) {
            case "image" -> "image";
            case "audio" -> "audio";
            case "video" -> "video";
            default -> "document";
        };
    }

    private static tools.jackson.databind.JsonNode metadata(State.Account account, State.Message message,
            Map<String, String> told) {
        var context = Json.object().put("ProfileName", account.name).put("Forwarded", "" + message.forwarded)
                .put("FrequentlyForwarded", "false");
        for (String same : List.of("WaId", "ButtonText")) {
            if (told.containsKey(same)) {
                context.put(same, told.get(same));
            }
        }
        var data = Json.object();
        data.set("context", context);
        var whole = Json.object().put("type", "whatsapp");
        whole.set("data", data);
        return whole;
    }
}
