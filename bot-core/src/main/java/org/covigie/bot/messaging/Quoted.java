package org.covigie.bot.messaging;

import java.time.Instant;
import java.util.List;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;

/**
 * A message that another one refers to: the one replied to, or reacted on.
 *
 * @param message   the platform's id of the message within its chat
 * @param author    who wrote it, where the platform tells
 * @param text      its text or caption as it stands now; {@link Words#NONE} when it has none or was withheld
 * @param sentAt    when it was written
 * @param album     the id shared by pictures sent together, where there is one
 * @param media     whether a picture, a sound or a document comes with it
 * @param forwarded whether it was forwarded from elsewhere
 * @param part      whether {@code text} is only the part that was quoted
 * @param withheld  whether the words were left out on purpose because nothing entitles the bot to keep them
 * @param also      ids of further messages whose text was joined to this one
 * @param contact   the contact card that the message is; left out with the words
 */
public record Quoted(String message, @Nullable Sender author, Words text, Instant sentAt, @Nullable String album,
        boolean media, boolean forwarded, boolean part, boolean withheld, List<String> also,
        @Nullable Contact contact) {
    /** A message that is no contact card. */
    public Quoted(String message, @Nullable Sender author, Words text, Instant sentAt, @Nullable String album,
            boolean media, boolean forwarded, boolean part, boolean withheld, List<String> also) {
        this(message, author, text, sentAt, album, media, forwarded, part, withheld, also, null);
    }

    /** The same reference without the words, and without its author's name or handle. */
    public Quoted withoutWords() {
        return new Quoted(message, author == null ? null : author.unnamed(), Words.NONE, sentAt, album, media,
                forwarded,
                part, true, List.of());
    }

    /** The same reference without words or names, with its contact card. */
    public Quoted onlyContact() {
        Quoted bare = withoutWords();
        return new Quoted(bare.message, bare.author, bare.text, bare.sentAt, bare.album, bare.media, bare.forwarded,
                bare.part, bare.withheld, bare.also, contact);
    }

    /** The same reference with its author's name and handle left out. */
    public Quoted unnamed() {
        return new Quoted(message, author == null ? null : author.unnamed(), text, sentAt, album, media, forwarded,
                part,
                withheld, also);
    }

    /** The same reference with other words. */
    public Quoted with(Words words, List<String> joined) {
        return new Quoted(message, author, words, sentAt, album, media, forwarded, part, false, joined);
    }
}
