package org.covigie.bot.testing;

import java.time.Instant;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;

/** Short ways to say what tests say often. */
public final class Sayings {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Sayings() {}

    /** Léa, a person. */
    public static Sender lea() {
        return new Sender(TestChannel.chat("7"), new Words("Léa"), new Words("lea"), "fr", false, false);
    }

    /** Somebody says something in a group. */
    public static Incoming.Said said(Address chat, String message, String text, @Nullable Quoted replyTo) {
        return new Incoming.Said(chat, Place.GROUP, lea(), message, null, new Words(text), replyTo, null, false, false,
                new Words("Groupe"), NOON);
    }

    public static Incoming.Said said(Address chat, String message, String text) {
        return said(chat, message, text, null);
    }

    public static Arrival arrival(String id, Incoming incoming) {
        return new Arrival(id, 100, new Arrival.Reading.Read(incoming));
    }

    public static Post text(String kind, Address to, String text) {
        return Post.of(kind, new Outgoing.Text(to, null, null, null, Rich.plain(text), java.util.List.of()));
    }

    public static Post reaction(Address to, String message) {
        return Post.of("reaction", new Outgoing.Reaction(to, message, "👌"));
    }
}
