package org.covigie.bot.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;

/** Something that happened on a channel and may concern the bot, in the house's own words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({@Type(value = Incoming.Said.class, name = "said"),
        @Type(value = Incoming.Pressed.class, name = "pressed"),
        @Type(value = Incoming.Reacted.class, name = "reacted"), @Type(value = Incoming.Edited.class, name = "edited"),
        @Type(value = Incoming.BotPlaced.class, name = "placed"),
        @Type(value = Incoming.ChatMoved.class, name = "moved"),
        @Type(value = Incoming.ChatRenamed.class, name = "renamed"),
        @Type(value = Incoming.MemberLeft.class, name = "left"),
        @Type(value = Incoming.JoinRequested.class, name = "asks"),
        @Type(value = Incoming.MembersJoined.class, name = "joined"),
        @Type(value = Incoming.Voted.class, name = "voted"),
        @Type(value = Incoming.PrivateChat.class, name = "private")})
public sealed interface Incoming {
    /** The chat in whose lane this is handled. */
    Address chat();

    /** When it happened, by the platform's clock. */
    Instant at();

    /**
     * A person wrote a message.
     *
     * @param message the platform's id of the message within its chat
     * @param topic   the forum topic it stands in, where there is one; answers in the group go to the same
     * @param text    its text or caption
     * @param replyTo the message it answers; a topic's implicit reply is none
     * @param album   the id shared by pictures sent together
     * @param media   whether a picture, a sound or a document comes with it
     * @param title   the chat's title, in a group
     * @param contact the contact card that the message is
     * @param attachments what comes with it, where the channel can pass it on; {@code media} is set then too
     */
    record Said(Address chat, Place place, Sender sender, String message, @Nullable String topic, Words text,
            @Nullable Quoted replyTo, @Nullable String album, boolean media, boolean forwarded, @Nullable Words title,
            @Nullable Contact contact, Instant at, @Nullable List<Attachment> attachments) implements Incoming {
        /** A message without anything to pass on. */
        public Said(Address chat, Place place, Sender sender, String message, @Nullable String topic, Words text,
                @Nullable Quoted replyTo, @Nullable String album, boolean media, boolean forwarded,
                @Nullable Words title, @Nullable Contact contact, Instant at) {
            this(chat, place, sender, message, topic, text, replyTo, album, media, forwarded, title, contact, at,
                    null);
        }

        /** What comes with it. */
        public List<Attachment> attached() {
            return attachments == null ? List.of() : attachments;
        }

        /** The same message as one of this group, which the house keeps. */
        public Said in(Address group, @Nullable Quoted quoted) {
            return new Said(group, Place.GROUP, sender, message, topic, text, quoted, album, media, forwarded, title,
                    contact, at, attachments);
        }

        /** A message that is no contact card. */
        public Said(Address chat, Place place, Sender sender, String message, @Nullable String topic, Words text,
                @Nullable Quoted replyTo, @Nullable String album, boolean media, boolean forwarded,
                @Nullable Words title, Instant at) {
            this(chat, place, sender, message, topic, text, replyTo, album, media, forwarded, title, null, at);
        }

        /** The same message with another reference. */
        public Said replyingTo(@Nullable Quoted quoted) {
            return new Said(chat, place, sender, message, topic, text, quoted, album, media, forwarded, title, contact,
                    at, attachments);
        }

        /** The same message with other words. */
        public Said saying(Words words) {
            return new Said(chat, place, sender, message, topic, words, replyTo, album, media, forwarded, title,
                    contact,
                    at, attachments);
        }

        /** That somebody wrote a message, and nothing of what it says or of what came with it. */
        public Said unread() {
            return new Said(chat, place, sender, message, topic, Words.NONE, null, null, false, forwarded, title, null,
                    at, null);
        }

        /** The same message without its contact card. */
        public Said withoutContact() {
            return new Said(chat, place, sender, message, topic, text, replyTo, album, media, forwarded, title, null,
                    at, attachments);
        }

        /** This message as one that another refers to. */
        public Quoted quoted() {
            return new Quoted(message, sender, text, at, album, media, forwarded, false, false, List.of(), contact);
        }
    }

    /**
     * A person pressed a button of ours.
     *
     * @param press   the platform's id of the press, needed to answer it
     * @param message the message that carries the button
     * @param data    what the button says; may be old or forged, so it is judged as if it were typed
     */
    record Pressed(Address chat, Place place, Sender sender, String press, @Nullable String message,
            @Nullable String topic,
            String data, Instant at) implements Incoming {}

    /**
     * A person's reactions on a message changed.
     *
     * @param before  the emoji that stood before
     * @param now     the emoji that stand now
     * @param subject the message reacted on, as far as memory holds it
     */
    record Reacted(Address chat, Sender sender, String message, Set<String> before, Set<String> now,
            @Nullable Quoted subject, Instant at) implements Incoming {
        /** The same with the message reacted on. */
        public Reacted on(@Nullable Quoted quoted) {
            return new Reacted(chat, sender, message, before, now, quoted, at);
        }
    }

    /** A person changed the text or caption of a message in a group. */
    record Edited(Address chat, Sender sender, String message, @Nullable String album, Words text, Instant at)
            implements
                Incoming {}

    /**
     * The bot's own standing in a group changed.
     *
     * @param by      who changed it
     * @param byHolds what that person is in the chat; {@link ChatStanding#UNKNOWN} until the channel has been asked
     * @param bot     what the bot is there now
     * @param title   the chat's title
     * @param people  how many people, without bots, the chat has now; null until the channel was asked or when it does not say
     */
    record BotPlaced(Address chat, Sender by, ChatStanding byHolds, ChatStanding bot, Words title,
            @Nullable Integer people, Instant at) implements Incoming {
        public BotPlaced(Address chat, Sender by, ChatStanding byHolds, ChatStanding bot, Words title, Instant at) {
            this(chat, by, byHolds, bot, title, null, at);
        }

        /** The same with what the channel said of the person who changed it. */
        public BotPlaced verified(ChatStanding standing) {
            return new BotPlaced(chat, by, standing, bot, title, people, at);
        }

        /** The same with how many people the channel counted. */
        public BotPlaced counted(@Nullable Integer count) {
            return new BotPlaced(chat, by, byHolds, bot, title, count, at);
        }
    }

    /** A group lives on under another address; what was kept under {@code chat} now belongs to {@code to}. */
    record ChatMoved(Address chat, Address to, Instant at) implements Incoming {}

    /** A group has a new title. */
    record ChatRenamed(Address chat, Words title, Instant at) implements Incoming {}

    /**
     * A person left a group, or was put out of it.
     *
     * @param people how many people, without bots, the chat has now; null until the channel was asked or when it does not say
     */
    record MemberLeft(Address chat, Sender sender, @Nullable Integer people, Instant at) implements Incoming {
        public MemberLeft(Address chat, Sender sender, Instant at) {
            this(chat, sender, null, at);
        }
    }

    /**
     * A person asks to be let into a group. The channel lets the bot write to this person for some minutes.
     *
     * @param invitation the invitation link used, where the platform shows it
     * @param people     how many people, without bots, the chat has now; null until the channel was asked or when it does not say
     */
    record JoinRequested(Address chat, Sender sender, @Nullable Words invitation, @Nullable Integer people, Instant at)
            implements
                Incoming {}

    /**
     * People came into a group.
     *
     * @param sender  who let them in or added them; one of themselves when they came by their own hand
     * @param members who came, bots left out
     * @param asked   whether they had asked to be let in and somebody approved that
     * @param people  how many people, without bots, the chat has now; null until the channel was asked or when it does not say
     */
    record MembersJoined(Address chat, Sender sender, List<Sender> members, boolean asked, @Nullable Integer people,
            Instant at) implements Incoming {}

    /**
     * A person answered a poll of ours whose answers are open. Handled in the lane of the voter's private chat.
     *
     * @param poll    the platform's id of the poll, as {@link Posted#reference} told it
     * @param choices the options chosen, counted from 0; none when the vote is taken back
     */
    record Voted(Address chat, Sender sender, String poll, List<Integer> choices, Instant at) implements Incoming {}

    /** A person opened ({@code open}) or blocked the private chat with the bot. */
    record PrivateChat(Address chat, Sender sender, boolean open, Instant at) implements Incoming {}
}
