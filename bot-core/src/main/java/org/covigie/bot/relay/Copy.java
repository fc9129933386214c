package org.covigie.bot.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/**
 * What one member receives of a message.
 *
 * @param author how the author is shown: name, and profession where it is known
 * @param quote  a line that says what is answered
 * @param text   what the author wrote; may be empty where something comes with it
 */
record Copy(String author, @Nullable String quote, String text, List<Attachment> attachments) {
    /** Marks are signs in the text on some channels; so much is left free for them. */
    private static final int MARGIN = 8;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final String INDENT = "  ";

    /**
     * The messages, in order: a long text in several, each with its author before it; the text above what came with it. Only
     * pictures and films show words, so the author of anything else is named before it
     * (twilio.com/docs/whatsapp/guidance-whatsapp-media-messages).
     */
    List<Outgoing> to(Address reader, int maxText) {
        List<Rich> parts = parts(maxText);
        List<Outgoing> all = new ArrayList<>();
        boolean captioned = attachments.stream().allMatch(Copy::showsWords);
        boolean caption = captioned && parts.size() == 1 && !attachments.isEmpty();
        if (!caption && (!text.isBlank() || !captioned)) {
            parts.forEach(part -> all.add(new Outgoing.Text(reader, null, null, null, part, List.of())));
        }
        for (Attachment attachment : attachments) {
            boolean first = caption && attachment == attachments.getFirst();
            Rich author = showsWords(attachment) ? piece("", "") : Rich.plain("");
            all.add(new Outgoing.Media(reader, attachment, first ? parts.getFirst() : author));
        }
        return all;
    }

    private static boolean showsWords(Attachment attachment) {
        return attachment.type().startsWith("image/") || attachment.type().startsWith("video/");
    }

    private List<Rich> parts(int maxText) {
        String above = quote == null ? "" : quote + "\n";
        int room = Math.max(2, maxText - MARGIN - above.length() - author.length() - 2);
        List<Rich> parts = new ArrayList<>();
        for (Rich part : Rich.plain(indented(text)).cut(room)) {
            parts.add(piece(parts.isEmpty() ? above : "", part.text().strip()));
        }
        return parts;
    }

    /**
     * Several copies may leave as one message, each beginning with its author: every further line of a text is set in a
     * little, so that none can be taken for the beginning of a message of somebody else.
     */
    private static String indented(String text) {
        return String.join("\n", Stream.of(LINE_END.split(text.strip()))
                .map(line -> line.isBlank() ? "" : INDENT + line.strip()).toList()).strip();
    }

    private Rich piece(String above, String words) {
        String whole = above + author + (words.isEmpty() ? "" : ": " + words);
        return new Rich(whole,
                List.of(new Rich.Mark(Rich.Style.BOLD, above.length(), author.length(), null)));
    }
}
