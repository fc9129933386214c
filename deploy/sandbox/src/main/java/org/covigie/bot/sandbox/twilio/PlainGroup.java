package org.covigie.bot.sandbox.twilio;

import java.util.List;

/**
 * An ordinary WhatsApp group of the people; no business account can be in it, so Twilio and the bot learn nothing of it. Only
 * forwarding brings a message from here to the bot.
 */
public final class PlainGroup {

    private static final int MOST = 500;

    private final Engine engine;

    /**
     * A line of the conversation.
     *
     * @param person key of who wrote it
     * @param at     seconds of the epoch
     */
    public record Line(String person, String text, long at) {}

    PlainGroup(Engine engine) {
        this.engine = engine;
    }

    public List<Line> lines() {
        return engine.read(() -> List.copyOf(engine.state.chat));
    }

    /** Keys of its members. */
    public List<String> members() {
        return engine.read(() -> List.copyOf(engine.state.chatMembers));
    }

    public void joins(Person person) {
        engine.change(() -> {
            if (!engine.state.chatMembers.contains(person.key())) {
                engine.state.chatMembers.add(person.key());
            }
        });
    }

    public void says(Person person, String text) {
        engine.change(() -> {
            if (!engine.state.chatMembers.contains(person.key())) {
                throw new IllegalStateException("Who is not in a group cannot write there");
            }
            engine.state.chat.add(new Line(person.key(), text, engine.now().getEpochSecond()));
            if (engine.state.chat.size() > MOST) {
                engine.state.chat.removeFirst();
            }
        });
    }
}
