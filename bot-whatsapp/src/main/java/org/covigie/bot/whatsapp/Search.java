package org.covigie.bot.whatsapp;

import com.twilio.rest.api.v2010.account.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.messaging.Whereabouts;

/**
 * Looks for a message that may have been made among those Twilio lists to that person. A call has no key of its own there, so
 * the message is told by its words and its time.
 */
final class Search {
    /** Twilio's clock and ours may differ. */
    private static final int EARLIER_SECONDS = 60;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final TwilioApi api;

    Search(TwilioApi api) {
        this.api = api;
    }

    /** @param known ids of other messages to this person */
    Whereabouts whereabouts(Outgoing outgoing, Instant called, Set<String> known) {
        if (WhatsAppChannel.isGroup(outgoing.to())) {
            return new Whereabouts.HasNot();
        }
        Instant earliest = called.minusSeconds(EARLIER_SECONDS);
        return switch (api.messagesMade(outgoing.to().id(), earliest)) {
            case Answer.Failed<List<Message>> failed -> new Whereabouts.CannotSay();
            case Answer.Done<List<Message>>(List<Message> listed) -> listed.stream()
                    .filter(message -> message.getSid() != null && !known.contains(message.getSid()))
                    .filter(message -> message.getDirection() != Message.Direction.INBOUND)
                    .filter(message -> message.getDateCreated() != null
                            && !message.getDateCreated().toInstant().isBefore(earliest))
                    .filter(message -> is(message, outgoing))
                    // of two with the same words the earlier one is the one that was called for first
                    .min(Comparator.comparing(Message::getDateCreated))
                    .<Whereabouts>map(message -> new Whereabouts.Has(message.getSid()))
                    .orElseGet(Whereabouts.HasNot::new);
        };
    }

    private static boolean is(Message message, Outgoing outgoing) {
        boolean media = message.getNumMedia() != null && !message.getNumMedia().equals("0");
        String body = message.getBody() == null ? "" : plain(message.getBody());
        return switch (outgoing) {
            // a template’s words arrive as they were put together
            case Outgoing.Text text -> !media && Stream.of(WhatsAppWriter.plain(text), WhatsAppWriter.numbered(text))
                    .anyMatch(words -> plain(words).equals(body));
            case Outgoing.File file -> media && captioned(body, WhatsAppWriter.under(file));
            case Outgoing.Media with -> media && captioned(body, caption(with.caption()));
            // the approved text itself lies with Twilio; what was put into it must stand there
            case Outgoing.Opener opener -> opener.variables().stream().allMatch(value -> body.contains(plain(value)));
            case Outgoing any -> false;
        };
    }

    private static String caption(Rich caption) {
        return Marks.written(caption, WhatsAppWriter.MOST_TEXT);
    }

    private static boolean captioned(String body, String caption) {
        return body.equals(plain(caption));
    }

    /** Twilio may trim, and change how a line ends. */
    private static String plain(String words) {
        return SPACES.matcher(words).replaceAll(" ").strip();
    }
}
