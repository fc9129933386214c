package org.covigie.bot.testing;

import java.util.List;
import java.util.Set;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;

/** Somebody who plays a part in a test. */
public final class Actor {
    private final House house;
    private final Address address;
    private final String name;

    Actor(House house, Address address, String name) {
        this.house = house;
        this.address = address;
        this.name = name;
    }

    public Address address() {
        return address;
    }

    public Sender sender() {
        return new Sender(address, new Words(name), new Words(name.toLowerCase(java.util.Locale.ROOT)), "fr", false,
                false);
    }

    /** Whether the house keeps this group, so that one writes to the bot alone. */
    private static boolean hosted(Chat chat) {
        return chat.address().id().startsWith(org.covigie.bot.messaging.Channel.HOSTED_GROUP);
    }

    /** The platform's id under which this person sees a message of the group: a copy, or the own one. */
    private String shown(Quoted message) {
        Sender author = message.author();
        if (author != null && author.address().equals(address)) {
            return message.message();
        }
        return house.channel().calls(address).reversed().stream()
                .filter(call -> call.text().contains(message.text().text()) && call.message() != null).findFirst()
                .map(call -> java.util.Objects.requireNonNull(call.message()))
                .orElseThrow(() -> new AssertionError("no copy of it has arrived"));
    }

    private Incoming.Said alone(String text, @Nullable Quoted to) {
        return new Incoming.Said(address, Place.PRIVATE, sender(), house.nextId(), null, new Words(text), to, null,
                false, false, null, house.clock().instant());
    }

    private String answer(Incoming.Said said) {
        house.arrives(said);
        return said.message();
    }

    /** Says something in a group. */
    public Quoted says(Chat chat, String text) {
        if (hosted(chat)) {
            Incoming.Said said = alone(text, null);
            house.channel().remembers(said.message(), text);
            house.arrives(said);
            return said.quoted();
        }
        Incoming.Said said = said(chat, text, null, null, false);
        house.arrives(said);
        return said.quoted();
    }

    /** Sends a picture of an album. */
    public Quoted sends(Chat chat, String caption, String album) {
        Incoming.Said said = said(chat, caption, null, album, true);
        house.arrives(said);
        return said.quoted();
    }

    /** A reply, not sent yet. */
    public Incoming saying(Chat chat, @Nullable Quoted to, String text) {
        return said(chat, text, to, null, false);
    }

    /** Replies to a message in the group. */
    public String replies(Chat chat, @Nullable Quoted to, String text) {
        if (hosted(chat)) {
            return to == null ? answer(alone(text, null)) : answers(shown(to), text);
        }
        Incoming.Said said = said(chat, text, to, null, false);
        house.arrives(said);
        return said.message();
    }

    public void reacts(Chat chat, Quoted on, Set<String> before, Set<String> now) {
        house.arrives(new Incoming.Reacted(chat.address(), sender(), on.message(), before, now, null,
                house.clock().instant()));
    }

    public void edits(Chat chat, Quoted message, String text) {
        house.arrives(new Incoming.Edited(chat.address(), sender(), message.message(), message.album(), new Words(text),
                house.clock().instant()));
    }

    /** Writes to the bot in private. */
    public void writes(String text) {
        house.arrives(
                new Incoming.Said(address, Place.PRIVATE, sender(), house.nextId(), null, new Words(text), null, null,
                        false, false, null, house.clock().instant()));
    }

    /** Forwards a message of elsewhere to the bot, in private. */
    public void forwards(String text) {
        house.arrives(
                new Incoming.Said(address, Place.PRIVATE, sender(), house.nextId(), null, new Words(text), null, null,
                        false, true, null, house.clock().instant()));
    }

    /** Replies in private to a message of the bot's, known by the platform's id; returns the reply's own id. */
    public String answers(String message, String text) {
        String id = house.nextId();
        house.arrives(new Incoming.Said(address, Place.PRIVATE, sender(), id, null, new Words(text),
                new Quoted(message, null, Words.NONE, house.clock().instant(), null, false, false, false, true,
                        List.of()),
                null, false, false, null, house.clock().instant()));
        return id;
    }

    /** Asks to be let into a group by an invitation link. */
    public void asksToJoin(Chat chat, @Nullable String invitation, @Nullable Integer people) {
        house.arrives(new Incoming.JoinRequested(chat.address(), sender(),
                invitation == null ? null : new Words(invitation), people, house.clock().instant()));
    }

    /** Is let in or added by somebody, or comes by own hand when that is this person. */
    public void comesInto(Chat chat, Actor by, boolean asked, @Nullable Integer people) {
        house.arrives(new Incoming.MembersJoined(chat.address(), by.sender(), List.of(sender()), asked, people,
                house.clock().instant()));
    }

    public void leaves(Chat chat, @Nullable Integer people) {
        house.arrives(new Incoming.MemberLeft(chat.address(), sender(), people, house.clock().instant()));
    }

    /** Answers a poll. */
    public void votes(String poll, Integer... choices) {
        house.arrives(new Incoming.Voted(address, sender(), poll, List.of(choices), house.clock().instant()));
    }

    /** Presses a button in private, or in a group on a message only this person sees. */
    public void presses(@Nullable Chat chat, String data) {
        if (chat != null && hosted(chat)) {
            presses(null, "g" + house.id(chat) + " " + data);
            return;
        }
        house.arrives(new Incoming.Pressed(chat == null ? address : chat.address(),
                chat == null ? Place.PRIVATE : Place.GROUP, sender(), house.nextId(), "1", null, data,
                house.clock().instant()));
    }

    /** What the bot last told this person alone, in private or as a message only this person sees. */
    public String heard() {
        List<String> all = allHeard();
        return all.isEmpty() ? "" : all.getLast();
    }

    public List<String> allHeard() {
        return house.channel().calls().stream().filter(call -> switch (call.outgoing()) {
            case Outgoing.Text text -> text.to().equals(address) || address.equals(text.onlyFor());
            case Outgoing.Edit edit -> edit.to().equals(address);
            case Outgoing.File file -> file.to().equals(address);
            case Outgoing.Forward forward -> forward.to().equals(address);
            default -> false;
        }).map(TestChannel.Call::text).toList();
    }

    /** The commands on the buttons of what this person was last told. */
    public List<String> buttons() {
        return house.channel().calls().stream().map(TestChannel.Call::outgoing).flatMap(out -> switch (out) {
            case Outgoing.Text text when text.to().equals(address) || address.equals(text.onlyFor()) ->
                java.util.stream.Stream.of(text.rows());
            case Outgoing.File file when file.to().equals(address) -> java.util.stream.Stream.of(file.rows());
            case Outgoing.Edit edit when edit.to().equals(address) -> java.util.stream.Stream.of(edit.rows());
            default -> java.util.stream.Stream.<List<List<org.covigie.bot.messaging.Button>>>empty();
        }).reduce((a, b) -> b).orElse(List.of()).stream().flatMap(List::stream)
                .map(button -> String.valueOf(button.data()))
                .toList();
    }

    private Incoming.Said said(Chat chat, String text, @Nullable Quoted to, @Nullable String album, boolean media) {
        return new Incoming.Said(chat.address(), Place.GROUP, sender(), house.nextId(), null, new Words(text), to,
                album,
                media, false, new Words(chat.title()), house.clock().instant());
    }
}
