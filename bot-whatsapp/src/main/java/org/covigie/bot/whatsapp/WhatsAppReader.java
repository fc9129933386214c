package org.covigie.bot.whatsapp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Arrival.Reading;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads a webhook of an inbound message (twilio.com/docs/messaging/guides/webhook-request). Judges by the fields that are there,
 * never by {@code MessageType}, whose values nobody documents. Pure, and never throws.
 */
final class WhatsAppReader {
    /** A number, or the id of somebody who shows none (twilio.com/docs/whatsapp/key-concepts). */
    private static final Pattern ADDRESS = Pattern
            .compile("whatsapp:(\\+[0-9]{5,18}|[A-Za-z]{2}\\.[A-Za-z0-9.]{1,140})");
    /** twilio.com/docs/content/twiliolist-picker: an id has 200 characters at most. */
    private static final int MOST_PAYLOAD = 200;
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final int MOST_MEDIA = 10;

    private final String account;
    private final String sender;
    private final Homes homes;

    /** Under which address somebody is kept whom the platform shows under these. */
    @FunctionalInterface
    interface Homes {
        Address of(Address shown, @Nullable Address also);
    }

    /** @param sender the number people write to, as it is set */
    WhatsAppReader(String account, String sender, Homes homes) {
        this.account = account;
        this.sender = digits(sender);
        this.homes = homes;
    }

    /**
     * @param bytes    size of what came
     * @param otherId  under which it is counted when it has no id of its own
     * @param received when it came: Twilio says no time
     */
    Arrival read(Form form, int bytes, String otherId, Instant received) {
        String sid = form.getOr("MessageSid", form.getOr("SmsMessageSid", ""));
        if (!Sids.isMessage(sid)) {
            return new Arrival(otherId, bytes, new Reading.Unreadable("MessageSid"));
        }
        String to = digits(form.getOr("To", ""));
        if (!to.isEmpty() && !to.equals(sender)) {
            // an account may have several senders with one webhook: what goes to another is not for us
            return new Arrival(sid, bytes, new Reading.Ignored());
        }
        Address own = address(form.get("ExternalUserId"));
        Address from = address(form.get("From"));
        Address shown = from == null ? own : from;
        if (shown == null) {
            return new Arrival(sid, bytes, new Reading.Unreadable("From"));
        }
        Sender sender = sender(shown, shown.equals(own) ? null : own, form);
        return new Arrival(sid, bytes, reading(form, sid, sender, received));
    }

    private Reading reading(Form form, String sid, Sender sender, Instant at) {
        String payload = payload(form);
        if (payload != null) {
            return new Reading.Read(new Incoming.Pressed(sender.address(), Place.PRIVATE, sender, sid,
                    repliedTo(form), null, payload, at));
        }
        List<Attachment> attachments = attachments(form);
        String words = Wordings.of(form);
        if (words.isBlank() && attachments.isEmpty()) {
            // a reaction, a deleted message, a kind Twilio cannot pass on: there is nothing in it
            return new Reading.Ignored();
        }
        String repliedTo = tapped(form) ? null : repliedTo(form);
        Quoted quoted = repliedTo == null
                ? null
                : new Quoted(repliedTo, null, Words.NONE, at, null, false, false, false, true, List.of());
        return new Reading.Read(new Incoming.Said(sender.address(), Place.PRIVATE, sender, sid, null,
                new Words(words), quoted, null, !attachments.isEmpty(), Wordings.forwarded(form), null, null, at,
                attachments));
    }

    private Sender sender(Address shown, @Nullable Address own, Form form) {
        Address home = homes.of(shown, own);
        return new Sender(home, new Words(form.getOr("ProfileName", "")), null, null, false, false,
                home.equals(shown) ? own : shown);
    }

    /** What the button says; null when none was tapped, or when it says too much to be one of ours. */
    private static @Nullable String payload(Form form) {
        for (String name : List.of("ButtonPayload", "ListId")) {
            String payload = form.get(name);
            if (payload != null && !payload.isBlank() && payload.length() <= MOST_PAYLOAD) {
                return payload;
            }
        }
        return null;
    }

    /** Whether a button was tapped that says nothing but its own words: those are read as if typed. */
    private static boolean tapped(Form form) {
        return !form.getOr("ButtonText", "").isBlank() || !form.getOr("ListTitle", "").isBlank();
    }

    private static @Nullable String repliedTo(Form form) {
        String sid = form.get("OriginalRepliedMessageSid");
        return sid != null && Sids.isMessage(sid) ? sid : null;
    }

    private List<Attachment> attachments(Form form) {
        String count = form.getOr("NumMedia", "0");
        int media = count.matches("\\d{1,2}") ? Math.min(Integer.parseInt(count), MOST_MEDIA) : 0;
        List<Attachment> attachments = new ArrayList<>();
        for (int n = 0; n < media; n++) {
            // what lies anywhere else is not fetched: that could be any address
            String path = Sids.mediaPath(form.getOr("MediaUrl" + n, ""), account);
            if (path != null) {
                attachments.add(new Attachment(path, Wordings.mediaType(form.get("MediaContentType" + n))));
            }
        }
        return List.copyOf(attachments);
    }

    private static String digits(String number) {
        return NO_DIGITS.matcher(number).replaceAll("");
    }

    private static @Nullable Address address(@Nullable String value) {
        return value != null && ADDRESS.matcher(value).matches() ? new Address(WhatsAppChannel.NAME, value) : null;
    }
}
