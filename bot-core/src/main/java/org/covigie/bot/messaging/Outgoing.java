package org.covigie.bot.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/** Something the bot says or does on a channel: one call to the platform. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({@Type(value = Outgoing.Text.class, name = "text"), @Type(value = Outgoing.Edit.class, name = "edit"),
        @Type(value = Outgoing.Reaction.class, name = "reaction"),
        @Type(value = Outgoing.PressAnswer.class, name = "press")})
public sealed interface Outgoing {
    /** The chat it goes to. */
    Address to();

    /**
     * A message.
     *
     * @param topic   the forum topic, where there is one
     * @param replyTo the message it answers; if that one is gone the text is sent all the same
     * @param onlyFor when set, only this member of the group sees it (the channel's capability {@code ephemeral})
     * @param rows    rows of buttons, from top to bottom
     */
    record Text(Address to, @Nullable String topic, @Nullable String replyTo, @Nullable Address onlyFor, Rich text,
            List<List<Button>> rows) implements Outgoing {}

    /** Replaces the text and buttons of a message of ours; harmless when repeated. */
    record Edit(Address to, String message, Rich text, List<List<Button>> rows) implements Outgoing {}

    /** Puts the bot's reaction on a message, or takes it back with null; harmless when repeated. */
    record Reaction(Address to, String message, @Nullable String emoji) implements Outgoing {}

    /** Answers a pressed button, so that it stops waiting; {@code text} is shown briefly (at most 200 characters). */
    record PressAnswer(Address to, String press, @Nullable String text, boolean alert) implements Outgoing {}
}
