package org.covigie.bot.whatsapp;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.message.Media;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.covigie.bot.messaging.Arrival;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what the webhook missed while this house was away or too slow, among the messages Twilio has. All of them go to the
 * inbox, which knows those it has seen by their ids. Such a message has words and media only: what it answered, and which button
 * it was, only the webhook tells. For one thread.
 */
final class Missed {
    /** A day, and an hour for clocks and queues. */
    private static final Duration FIRST = Duration.ofHours(25);
    /** So much of what was asked before is asked again. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);
    /** The webhook, which tells more, may still be on its way: all its tries end within 15 s. */
    private static final Duration WEBHOOK = Duration.ofMinutes(1);
    /** An hour, as this is asked every five minutes: whoever waits for the words gets them without what came with them. */
    private static final int MOST_TRIES = 12;
    private static final Logger LOG = LoggerFactory.getLogger(Missed.class);

    private final TwilioApi api;
    private final Intake intake;
    private final WhatsAppProperties properties;
    private final InstantSource clock;
    /** How often what came with a message could not be asked for, by the message's id. */
    private Map<String, Integer> tries = new HashMap<>();
    private @Nullable Instant asked;

    Missed(TwilioApi api, Intake intake, WhatsAppProperties properties, InstantSource clock) {
        this.api = api;
        this.intake = intake;
        this.properties = properties;
        this.clock = clock;
    }

    /** Asks once. What cannot be asked or stored now is asked the next time. */
    void run() {
        Instant now = clock.instant();
        Instant oldest = now.minus(FIRST);
        Instant since = asked == null || asked.minus(OVERLAP).isBefore(oldest) ? oldest : asked.minus(OVERLAP);
        switch (api.messagesReceived(properties.from(), since)) {
            case Answer.Failed<List<Message>> failed -> {
                // the connection has told
            }
            case Answer.Done<List<Message>>(List<Message> listed) -> {
                if (take(listed, since, now)) {
                    asked = now;
                }
            }
        }
    }

    private boolean take(List<Message> listed, Instant since, Instant now) {
        List<Message> received = listed.stream()
                .filter(message -> message.getSid() != null && message.getStatus() == Message.Status.RECEIVED)
                .filter(message -> {
                    Instant at = at(message, now);
                    return !at.isBefore(since) && !at.isAfter(now.minus(WEBHOOK));
                }).sorted(Comparator.comparing(message -> at(message, now))).toList();
        Map<String, Integer> before = tries;
        tries = new HashMap<>();
        boolean whole = true;
        List<Arrival> arrivals = new ArrayList<>();
        for (Message message : received) {
            Form form = form(message, before.getOrDefault(message.getSid(), 0) + 1);
            if (form == null) {
                whole = false;
            } else {
                arrivals.add(intake.reader().read(form, 0, message.getSid(), at(message, now)));
            }
        }
        if (!arrivals.isEmpty()) {
            try {
                intake.store(arrivals);
            } catch (RuntimeException e) {
                LOG.warn("WhatsApp: what was missed could not be stored: {}", e.getClass().getName());
                return false;
            }
        }
        return whole;
    }

    /** The message as its webhook would have told it; null when its media cannot be asked for now, but may be later. */
    private @Nullable Form form(Message message, int attempt) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MessageSid", message.getSid());
        fields.put("From", message.getFrom() == null ? "" : message.getFrom().toString());
        fields.put("Body", Objects.requireNonNullElse(message.getBody(), ""));
        String media = Objects.requireNonNullElse(message.getNumMedia(), "0");
        if (!media.equals("0")) {
            switch (api.media(message.getSid())) {
                case Answer.Failed<List<Media>>(Answer.Failure.Denied denied) when forGood(denied) -> {
                    // deleted in the meantime, or never to be had: the words go without
                }
                case Answer.Failed<List<Media>> failed when attempt < MOST_TRIES -> {
                    tries.put(message.getSid(), attempt);
                    return null;
                }
                case Answer.Failed<List<Media>> failed ->
                    LOG.warn("WhatsApp: what came with a missed message is given up after {} tries", attempt);
                case Answer.Done<List<Media>>(List<Media> all) -> put(fields, message.getSid(), all);
            }
        }
        return new Form(fields);
    }

    /** A refused account is mended by a person, and too many requests or a slow one by time. */
    private static boolean forGood(Answer.Failure.Denied denied) {
        return denied.status() < 500 && denied.status() != 429 && denied.status() != 408
                && !Codes.accountRefused(denied);
    }

    private void put(Map<String, String> fields, String message, List<Media> all) {
        fields.put("NumMedia", Integer.toString(all.size()));
        for (int n = 0; n < all.size(); n++) {
            fields.put("MediaUrl" + n, "https://api.twilio.com/2010-04-01/Accounts/" + properties.accountSid()
                    + "/Messages/" + message + "/Media/" + all.get(n).getSid());
            fields.put("MediaContentType" + n, Objects.requireNonNullElse(all.get(n).getContentType(), ""));
        }
    }

    private static Instant at(Message message, Instant otherwise) {
        ZonedDateTime at = message.getDateSent() == null ? message.getDateCreated() : message.getDateSent();
        return at == null ? otherwise : at.toInstant();
    }
}
