package org.covigie.bot.sandbox.twilio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What becomes of a message after it was accepted, and the status callbacks that tell of it. */
final class Delivery {

    private static final int LARGEST_PICTURE = 5 << 20;

    private final Engine engine;
    private final Webhooks webhooks;
    private final Duration step;

    Delivery(Engine engine, Webhooks webhooks, Duration step) {
        this.engine = engine;
        this.webhooks = webhooks;
        this.step = step;
    }

    /** Keeps a message as queued; under the lock. */
    State.Message take(State.Message message) {
        State.Account account = engine.at(message.to);
        message.person = account == null ? "" : account.key;
        message.created = engine.now().toEpochMilli();
        message.updated = message.created;
        if (message.error == 0 && account != null && !engine.pace.spend(account.key, engine.now())) {
            message.error = 63018;
        }
        engine.keep(message);
        return message;
    }

    /** Goes on in the background. */
    void begin(State.Message message) {
        engine.lanes.add("message:" + message.sid, () -> run(message));
    }

    private void run(State.Message message) throws InterruptedException {
        Thread.sleep(engine.read(() -> engine.pace.turn(engine.now())).plus(step));
        List<State.Media> media = fetched(message);
        Faults.Dice dice = engine.faults.dice("callbacks:" + message.to + message.body);
        boolean reversed = dice.shows(Faults.Kind.CALLBACKS_REVERSED);
        List<Map<String, String>> held = new ArrayList<>();
        int error = engine.read(() -> trouble(message, media));
        for (String status : error == 0 ? List.of("sent", "delivered", "read") : List.of(failure(error))) {
            Map<String, String> told = engine.change(() -> turns(message, status, error, media));
            if (told == null) {
                break;
            }
            boolean lost = dice.shows(Faults.Kind.CALLBACKS_LOST);
            if (!lost && reversed) {
                held.add(told);
            } else if (!lost) {
                tell(message, told);
            }
            Thread.sleep(step);
        }
        Collections.reverse(held);
        for (Map<String, String> told : held) {
            tell(message, told);
        }
    }

    private static String failure(int error) {
        return error == 63016 ? "undelivered" : "failed";
    }

    /** Null when the person never looks so that others see it. */
    private @Nullable Map<String, String> turns(State.Message message, String status, int error,
            List<State.Media> media) {
        State.Account account = engine.at(message.to);
        if (status.equals("read") && (account == null || !account.receipts)) {
            return null;
        }
        message.status = status;
        message.error = error;
        message.media = media;
        message.updated = engine.now().toEpochMilli();
        if (status.equals("sent")) {
            message.sent = message.updated;
        }
        return parameters(message, account);
    }

    /** Twilio's code of what stands in the way, or 0. */
    private int trouble(State.Message message, List<State.Media> media) {
        State.Account account = engine.at(message.to);
        if (account == null) {
            return 63003;
        }
        if (account.vanished) {
            return 63024;
        }
        if (account.blocked) {
            return 63014;
        }
        if (message.error != 0) {
            return message.error;
        }
        if (!message.approved && !engine.open(account)) {
            return 63016;
        }
        return media.stream().anyMatch(one -> one.type().isEmpty()) ? 63019 : 0;
    }

    private List<State.Media> fetched(State.Message message) throws InterruptedException {
        List<State.Media> media = new ArrayList<>();
        for (State.Media one : engine.read(() -> List.copyOf(message.media))) {
            Webhooks.Fetched fetched = webhooks.fetch(one.url());
            boolean picture = fetched.type().startsWith("image/");
            boolean good = MediaTypes.taken(fetched.type()) && fetched.bytes().length > 0
                    && (!picture || fetched.bytes().length <= LARGEST_PICTURE);
            if (good) {
                engine.read(() -> engine.bytes.put(one.sid(), fetched.bytes()));
            }
            media.add(new State.Media(one.sid(), good ? fetched.type() : "", one.url()));
        }
        return media;
    }

    private Map<String, String> parameters(State.Message message, State.@Nullable Account account) {
        Map<String, String> told = new TreeMap<>(Map.of("MessageSid", message.sid, "SmsSid", message.sid,
                "MessageStatus", message.status, "SmsStatus", message.status, "AccountSid", engine.accountSid, "From",
                message.from, "To", message.to, "ApiVersion", "2010-04-01", "ChannelPrefix", "whatsapp",
                "ChannelInstallSid", "XE" + "5".repeat(32)));
        if (message.error != 0) {
            told.put("ErrorCode", String.valueOf(message.error));
            told.put("ChannelStatusMessage", "The message was not delivered");
        } else if (!message.status.equals("sent")) {
            if (message.status.equals("read")) {
                told.put("EventType", "READ");
            }
            if (account != null && account.bsuid != null) {
                told.put("ExternalUserId", account.bsuid);
            }
        }
        return told;
    }

    private void tell(State.Message message, Map<String, String> told) throws InterruptedException {
        if (message.callback != null) {
            webhooks.post(message.callback, told);
        }
    }
}
