package org.covigie.bot.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/** Something the bot says or does on a channel: one call to the platform. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({@Type(value = Outgoing.Text.class, name = "text"), @Type(value = Outgoing.Edit.class, name = "edit"),
        @Type(value = Outgoing.Reaction.class, name = "reaction"),
        @Type(value = Outgoing.PressAnswer.class, name = "press"), @Type(value = Outgoing.File.class, name = "file"),
        @Type(value = Outgoing.Forward.class, name = "forward"), @Type(value = Outgoing.Poll.class, name = "poll"),
        @Type(value = Outgoing.PollEnd.class, name = "poll-end"),
        @Type(value = Outgoing.Invitation.class, name = "invitation"),
        @Type(value = Outgoing.InvitationEnd.class, name = "invitation-end"),
        @Type(value = Outgoing.Admission.class, name = "admission"),
        @Type(value = Outgoing.Removal.class, name = "removal"),
        @Type(value = Outgoing.Deletion.class, name = "deletion"),
        @Type(value = Outgoing.Pin.class, name = "pin"),
        @Type(value = Outgoing.Media.class, name = "media"),
        @Type(value = Outgoing.Opener.class, name = "opener")})
public sealed interface Outgoing {
    /** The chat it goes to. */
    Address to();

    /** The same to another chat. */
    Outgoing to(Address other);

    /** The buttons under it, in rows from top to bottom. */
    default List<List<Button>> rows() {
        return List.of();
    }

    /**
     * The same to one member of a group that the house keeps; null for what is meant for another member, or can only be done to
     * a group of the platform's.
     */
    default @Nullable Outgoing alone(Address member) {
        return null;
    }

    /**
     * A message.
     *
     * @param topic   the forum topic, where there is one
     * @param replyTo the message it answers; if that one is gone the text is sent all the same
     * @param onlyFor when set, only this member of the group sees it (the channel's capability {@code ephemeral})
     * @param rows    rows of buttons, from top to bottom
     * @param numbered whether the buttons are written as numbered lines even where there could be buttons
     */
    record Text(Address to, @Nullable String topic, @Nullable String replyTo, @Nullable Address onlyFor, Rich text,
            List<List<Button>> rows, boolean numbered) implements Outgoing {
        public Text(Address to, @Nullable String topic, @Nullable String replyTo, @Nullable Address onlyFor, Rich text,
                List<List<Button>> rows) {
            this(to, topic, replyTo, onlyFor, text, rows, false);
        }

        /** The same with its buttons as numbered lines. */
        public Text inNumbers() {
            return new Text(to, topic, replyTo, onlyFor, text, rows, true);
        }

        @Override
        public Text to(Address other) {
            return new Text(other, topic, replyTo, onlyFor, text, rows, numbered);
        }

        @Override
        public @Nullable Outgoing alone(Address member) {
            return onlyFor != null && !onlyFor.equals(member)
                    ? null
                    : new Text(member, null, null, null, text, rows, numbered);
        }
    }

    /** Replaces the text and buttons of a message of ours; harmless when repeated. */
    record Edit(Address to, String message, Rich text, List<List<Button>> rows) implements Outgoing {
        @Override
        public Edit to(Address other) {
            return new Edit(other, message, text, rows);
        }
    }

    /** Puts the bot's reaction on a message, or takes it back with null; harmless when repeated. */
    record Reaction(Address to, String message, @Nullable String emoji) implements Outgoing {
        @Override
        public Reaction to(Address other) {
            return new Reaction(other, message, emoji);
        }
    }

    /** Answers a pressed button, so that it stops waiting; {@code text} is shown briefly (at most 200 characters). */
    record PressAnswer(Address to, String press, @Nullable String text, boolean alert) implements Outgoing {
        @Override
        public PressAnswer to(Address other) {
            return new PressAnswer(other, press, text, alert);
        }
    }

    /**
     * A file with a caption.
     *
     * @param picture whether it is shown as a picture (PNG), else it is handed over as a document
     * @param name    its name with its ending
     * @param caption at most 1,024 characters; longer ones are cut
     */
    record File(Address to, @Nullable String topic, boolean picture, String name, byte[] bytes, Rich caption,
            List<List<Button>> rows) implements Outgoing {
        @Override
        public File to(Address other) {
            return new File(other, topic, picture, name, bytes, caption, rows);
        }

        @Override
        public @Nullable Outgoing alone(Address member) {
            return new File(member, null, picture, name, bytes, caption, rows);
        }
    }

    /** Passes a message of another chat on, as it stands there; nothing of it is kept. */
    record Forward(Address to, Address from, String message) implements Outgoing {
        @Override
        public Forward to(Address other) {
            return new Forward(other, from, message);
        }
    }

    /**
     * The platform's own poll; only where the channel's capability {@code poll} says so. {@link Outcome.Sent#reference} is the
     * poll's id.
     *
     * @param question  at most 300 characters
     * @param options   2 to 12, at most 100 characters each
     * @param anonymous whether nobody sees who voted what; no {@link Incoming.Voted} arrives then
     * @param several   whether more than one option may be chosen
     */
    record Poll(Address to, @Nullable String topic, String question, List<String> options, boolean anonymous,
            boolean several) implements Outgoing {
        @Override
        public Poll to(Address other) {
            return new Poll(other, topic, question, options, anonymous, several);
        }

        @Override
        public @Nullable Outgoing alone(Address member) {
            return new Poll(member, null, question, options, anonymous, several);
        }
    }

    /**
     * Closes a poll of ours; harmless when repeated. {@link Outcome.Sent#reference} is the number of votes of each option,
     * with commas between, then a semicolon and the number of voters; null when it was closed already.
     */
    record PollEnd(Address to, String message) implements Outgoing {
        @Override
        public PollEnd to(Address other) {
            return new PollEnd(other, message);
        }
    }

    /**
     * Makes a link by which people ask to be let in; only where the channel's capability {@code invitations} says so.
     * {@link Outcome.Sent#reference} is the link.
     *
     * @param to   the group
     * @param name what administrators see of it, at most 32 characters
     */
    record Invitation(Address to, String name, Instant expires) implements Outgoing {
        @Override
        public Invitation to(Address other) {
            return new Invitation(other, name, expires);
        }
    }

    /** Makes a link of ours worthless; harmless when repeated. */
    record InvitationEnd(Address to, String link) implements Outgoing {
        @Override
        public InvitationEnd to(Address other) {
            return new InvitationEnd(other, link);
        }
    }

    /** Lets somebody in who asked, or turns the request down; harmless when repeated. */
    record Admission(Address to, Address person, boolean admitted) implements Outgoing {
        @Override
        public Admission to(Address other) {
            return new Admission(other, person, admitted);
        }
    }

    /** Puts somebody out of the group for good, or lets that person come back; harmless when repeated. */
    record Removal(Address to, Address person, boolean removed) implements Outgoing {
        @Override
        public Removal to(Address other) {
            return new Removal(other, person, removed);
        }
    }

    /** Deletes a message of the group, whoever wrote it; harmless when repeated. */
    record Deletion(Address to, String message) implements Outgoing {
        @Override
        public Deletion to(Address other) {
            return new Deletion(other, message);
        }
    }

    /**
     * Keeps a message at the top of its group, without a sound, or lets it go; only where the channel's capability {@code pins}
     * says so. Harmless when repeated.
     */
    record Pin(Address to, String message, boolean pinned) implements Outgoing {
        @Override
        public Pin to(Address other) {
            return new Pin(other, message, pinned);
        }
    }

    /**
     * Passes on what came with somebody's message; only where the channel's capability {@code hosted} says so.
     *
     * @param caption at most the channel's longest text
     */
    record Media(Address to, Attachment attachment, Rich caption) implements Outgoing {
        @Override
        public Media to(Address other) {
            return new Media(other, attachment, caption);
        }

        @Override
        public @Nullable Outgoing alone(Address member) {
            return to(member);
        }
    }

    /** Opens a conversation by an approved text; only those the channel's capability {@code openings} names. */
    record Opener(Address to, Opening opening, List<String> variables) implements Outgoing {
        @Override
        public Opener to(Address other) {
            return new Opener(other, opening, variables);
        }

        @Override
        public @Nullable Outgoing alone(Address member) {
            return to(member);
        }
    }
}
