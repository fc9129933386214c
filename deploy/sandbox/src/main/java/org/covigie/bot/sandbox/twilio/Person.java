package org.covigie.bot.sandbox.twilio;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a telephone. What the app would not let a person do is an {@link IllegalStateException}; each message that is sent
 * returns its sid, and the bot learns of it in the background.
 */
public final class Person {

    private final Engine engine;
    private final Inbound inbound;
    private final String key;

    Person(Engine engine, Inbound inbound, String key) {
        this.engine = engine;
        this.inbound = inbound;
        this.key = key;
    }

    /** The same for the same person as long as the state is kept. */
    public String key() {
        return key;
    }

    public String name() {
        return engine.read(() -> engine.account(key).name);
    }

    /** As the bot sees the sender: {@code whatsapp:+…}, or the id of somebody who hides the number. */
    public String address() {
        return engine.read(() -> engine.account(key).address());
    }

    public String writes(String text) {
        return inbound.send(key, Inbound.Draft.text(words(text)));
    }

    /** Swipes a message to reply to it. */
    public String replies(String messageSid, String text) {
        return inbound.send(key, new Inbound.Draft(words(text), List.of(), "", false, messageSid, null, Map.of()));
    }

    /** Hands on somebody else's words. */
    public String forwards(String text) {
        return inbound.send(key, new Inbound.Draft(words(text), List.of(), "", true, null, null, Map.of()));
    }

    /** Taps a button, or an entry of a list, by its id. */
    public String taps(String messageSid, String payload) {
        String title = engine.read(() -> {
            State.Message message = engine.state.messages.get(messageSid);
            if (message == null || !message.person.equals(key)) {
                throw new IllegalStateException("That message is not on this telephone");
            }
            return message.buttons.stream().filter(button -> button.id().equals(payload)).findFirst()
                    .orElseThrow(() -> new IllegalStateException("That message has no such button")).title();
        });
        return inbound.send(key, new Inbound.Draft(title, List.of(), "", false, messageSid, payload, Map.of()));
    }

    /** A picture, sound or document. */
    public String sends(byte[] bytes, String type, @Nullable String caption) {
        return media(bytes, type, caption, false, null);
    }

    /** A picture, sound or document that somebody else had sent. */
    public String forwards(byte[] bytes, String type, @Nullable String caption) {
        return media(bytes, type, caption, true, null);
    }

    /** Answers a message with a picture, sound or document. */
    public String replies(String messageSid, byte[] bytes, String type, @Nullable String caption) {
        return media(bytes, type, caption, false, messageSid);
    }

    private String media(byte[] bytes, String type, @Nullable String caption, boolean forwarded,
            @Nullable String repliedTo) {
        return inbound.send(key, new Inbound.Draft(caption == null ? "" : caption, List.of(bytes.clone()), type,
                forwarded, repliedTo, null, Map.of()));
    }

    /** A point on the map. */
    public String locates(double latitude, double longitude, String label) {
        return inbound.send(key, new Inbound.Draft("", List.of(), "", false, null, null,
                Map.of("Latitude", "" + latitude, "Longitude", "" + longitude, "Label", label)));
    }

    /** Something that comes as an empty message, as a reaction does. */
    public String reacts() {
        return inbound.send(key, Inbound.Draft.text(""));
    }

    /** Nothing of the bot's arrives until the person writes to it or unblocks it. */
    public void blocks() {
        engine.change(() -> engine.account(key).blocked = true);
    }

    public void unblocks() {
        engine.change(() -> engine.account(key).blocked = false);
    }

    public boolean blocked() {
        return engine.read(() -> engine.account(key).blocked);
    }

    /** The number leaves WhatsApp. */
    public void vanishes() {
        engine.change(() -> engine.account(key).vanished = true);
    }

    /** Whether others see when this person has read something; on unless set. */
    public void receipts(boolean on) {
        engine.change(() -> engine.account(key).receipts = on);
    }

    /** As if the last message were a day old: the window is shut until the next one. */
    public void fallsSilent() {
        engine.change(() -> engine.account(key).lastInbound = Math.min(engine.account(key).lastInbound,
                engine.now().minus(Engine.WINDOW).toEpochMilli()));
    }

    /** Whether free text would arrive now. */
    public boolean windowOpen() {
        return engine.read(() -> engine.open(engine.account(key)));
    }

    private static String words(String text) {
        if (text.isBlank()) {
            throw new IllegalStateException("An empty message cannot be sent");
        }
        return text;
    }
}
