package org.covigie.bot.whatsapp;

import com.twilio.rest.api.v2010.account.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Choices;
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
            case Answer.Done<List<Message>>(List<Message> listed) -> among(listed.stream()
                    .filter(message -> message.getSid() != null && !known.contains(message.getSid()))
                    .filter(message -> message.getDirection() != Message.Direction.INBOUND)
                    .filter(message -> message.getDateCreated() != null
                            && !message.getDateCreated().toInstant().isBefore(earliest))
                    .toList(), outgoing);
        };
    }

    private static Whereabouts among(List<Message> unaccounted, Outgoing outgoing) {
        return unaccounted.stream().filter(message -> is(message, outgoing))
                // of two with the same words the earlier one is the one that was called for first
                .min(Comparator.comparing(Message::getDateCreated))
                .<Whereabouts>map(message -> new Whereabouts.Has(message.getSid()))
                .orElseGet(() -> unaccounted.stream().anyMatch(message -> mayBe(message, outgoing))
                        ? new Whereabouts.CannotSay()
                        : new Whereabouts.HasNot());
    }

    private static boolean is(Message message, Outgoing outgoing) {
        boolean media = media(message);
        String body = message.getBody() == null ? "" : plain(message.getBody());
        return switch (outgoing) {
            // a template’s words arrive as they were put together
            case Outgoing.Text text -> !media && Stream.of(WhatsAppWriter.plain(text), WhatsAppWriter.numbered(text))
                    .anyMatch(words -> plain(words).equals(body));
            case Outgoing.File file -> media && captioned(body, WhatsAppWriter.under(file));
            case Outgoing.Media with -> media && captioned(body, caption(with.caption()));
            // the approved text itself lies with Twilio; what was put into it must stand there
            case Outgoing.Opener opener -> !media && !opener.variables().isEmpty() && opener.variables().stream()
                    .allMatch(value -> body.contains(plain(WhatsAppWriter.filledIn(value))));
            case Outgoing any -> false;
        };
    }

    /**
     * Whether a message whose words differ may be the one all the same: nobody documents what Twilio lists as the body of a
     * template, and what stands in an approved text without variables is not known here.
     */
    private static boolean mayBe(Message message, Outgoing outgoing) {
        return !media(message) && switch (outgoing) {
            case Outgoing.Text text -> !Choices.of(text.rows()).isEmpty();
            case Outgoing.Opener opener -> opener.variables().isEmpty();
            case Outgoing any -> false;
        };
    }

    private static boolean media(Message message) {
        return message.getNumMedia() != null && !message.getNumMedia().equals("0");
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
