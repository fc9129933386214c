package org.covigie.bot.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says lines to people: alone where the channel can, in the group where it must be. A private answer to somebody who has not
 * opened the private chat is shown to that person alone in the group if the channel can, else it waits, and the group gets
 * one line about it, once.
 */
@Component
public class Replies {
    private final Outbox outbox;
    private final Channels channels;
    private final Texts texts;

    Replies(Outbox outbox, Channels channels, Texts texts) {
        this.outbox = outbox;
        this.channels = channels;
        this.texts = texts;
    }

    /** To one person alone, about a group where one is meant. */
    public void privately(Person person, @Nullable GroupInfo group, @Nullable String topic, String kind, Line line,
            Locale language, boolean must, @Nullable String once) {
        Rich rich = texts.rich(line, language);
        List<List<Button>> rows = rows(line, group, language);
        Post alone = new Post(new Outgoing.Text(person.address(), null, null, null, rich, rows), kind, must, once, true,
                null);
        if (group == null) {
            outbox.post(alone);
            return;
        }
        if (channels.of(group.chat()).capabilities().hosted()) {
            // there is no place but the private chat
            outbox.post(alone);
            return;
        }
        Post waiting = alone.or(openFirst(person, group, topic));
        boolean ephemeral = channels.of(group.chat()).capabilities().ephemeral();
        Post here = new Post(new Outgoing.Text(group.chat(), topic, null, person.address(), rich, rows), kind, must,
                once, false, once == null ? waiting : waiting.once(once + "+"));
        if (person.privateOpen()) {
            // what was open may have been closed since
            outbox.post(ephemeral
                    ? new Post(alone.outgoing(), kind, must, once, false, once == null ? here : here.once(once + "~"))
                    : alone);
        } else {
            outbox.post(ephemeral ? here : waiting);
        }
    }

    /** To one person alone, in the private chat or once it is open: not posted yet, for whoever chains it with other posts. */
    public Post alone(Person person, GroupInfo group, String kind, Line line) {
        Locale language = Languages.of(person, null, group);
        return Post.of(kind, new Outgoing.Text(person.address(), null, null, null, texts.rich(line, language),
                rows(line, group, language))).awaiting();
    }

    /** To the whole group, in its language. */
    public void inGroup(GroupInfo group, @Nullable String topic, String kind, Line line, boolean must,
            @Nullable String once) {
        outbox.post(new Post(new Outgoing.Text(group.chat(), topic, null, null, texts.rich(line, group.language()),
                rows(line, group, group.language())), kind, must, once, false, null));
    }

    /** A file to one person alone, in the private chat; where that is not open yet it waits. */
    public void file(Person person, @Nullable GroupInfo group, String kind, boolean picture, String name, byte[] bytes,
            Line caption, Locale language, @Nullable String once) {
        outbox.post(new Post(new Outgoing.File(person.address(), null, picture, name, bytes,
                texts.rich(caption, language), rows(caption, group, language)), kind, false, once, true, null));
    }

    /** A file to the whole group, in its language. */
    public void fileInGroup(GroupInfo group, @Nullable String topic, String kind, boolean picture, String name,
            byte[] bytes, Line caption, @Nullable String once) {
        outbox.post(new Post(new Outgoing.File(group.chat(), topic, picture, name, bytes,
                texts.rich(caption, group.language()), rows(caption, group, group.language())), kind, false, once,
                false, null));
    }

    /**
     * Puts a reaction on a message of the group. Where the group or the channel does not allow it, the person hears in private
     * what it would have said.
     */
    void react(GroupInfo group, Answer.Say.React react, @Nullable Person person, Locale language) {
        Line instead = react.instead();
        Post noted = person == null || instead == null
                ? null
                : new Post(new Outgoing.Text(person.address(), null, null, null, texts.rich(instead, language),
                        rows(instead, group, language)), "tag.noted", false, null, true, null);
        if (channels.of(group.chat()).capabilities().reactions()) {
            Post reaction = Post.of("tag.ack",
                    new Outgoing.Reaction(group.chat(), react.message(), react.emoji()));
            outbox.post(noted == null || react.emoji() == null ? reaction : reaction.or(noted));
        } else if (noted != null) {
            outbox.post(noted);
        }
    }

    /** Changes a message of ours; where that is not possible any more, it is said anew. */
    public void replace(Address chat, String message, @Nullable GroupInfo group, Line line, Locale language) {
        Rich rich = texts.rich(line, language);
        List<List<Button>> rows = rows(line, group, language);
        Post anew = new Post(new Outgoing.Text(chat, null, null, null, rich, rows), "answer", false, null, true, null);
        // an edit cannot be cut into several messages, and what is edited may be gone
        Capabilities channel = channels.of(chat).capabilities();
        outbox.post(!channel.live() || rich.text().length() > channel.maxText()
                ? anew
                : Post.of("answer.edit", new Outgoing.Edit(chat, message, rich, rows)).or(anew));
    }

    private Post openFirst(Person person, GroupInfo group, @Nullable String topic) {
        Line line = Line.of("replies.open-first");
        String link = channels.of(group.chat()).privateLink();
        if (link != null) {
            line = line.choices(Line.Choice.link("replies.open-first.button", link));
        }
        return Post.of("open.first", new Outgoing.Text(group.chat(), topic, null, null,
                texts.rich(line, group.language()), rows(line, group, group.language())))
                .once("open-first:" + group.id() + ":" + person.id());
    }

    private List<List<Button>> rows(Line line, @Nullable GroupInfo group, Locale language) {
        List<List<Button>> rows = new ArrayList<>();
        for (List<Line.Choice> row : line.rows()) {
            rows.add(row.stream().map(choice -> button(choice, group, language)).toList());
        }
        return rows;
    }

    private Button button(Line.Choice choice, @Nullable GroupInfo group, Locale language) {
        String label = texts.plain(choice.label(), choice.args(), language);
        return choice.command()
                .map(command -> Button.command(label, group == null ? command : "g" + group.id() + " " + command))
                .orElseGet(() -> Button.link(label, choice.link().orElseThrow()));
    }
}
