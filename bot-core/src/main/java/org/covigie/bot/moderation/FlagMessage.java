package org.covigie.bot.moderation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Somebody;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code /alerter}: a member points a message out to the animator, in private; nothing of the message is kept. */
@Component
class FlagMessage implements Command {
    /** So that all of it is one message. */
    private static final int LONGEST = 800;

    private final Groups groups;
    private final Somebody somebody;
    private final People people;
    private final Replies replies;
    private final Channels channels;
    private final Outbox outbox;
    private final Texts texts;
    private final FlagLimit limit;
    private final Recent recent;

    FlagMessage(Groups groups, Somebody somebody, People people, Replies replies, Channels channels, Outbox outbox,
            Texts texts, FlagLimit limit, Recent recent) {
        this.recent = recent;
        this.groups = groups;
        this.somebody = somebody;
        this.people = people;
        this.replies = replies;
        this.channels = channels;
        this.outbox = outbox;
        this.texts = texts;
        this.limit = limit;
    }

    @Override
    public String key() {
        return "flag";
    }

    @Override
    public List<String> words() {
        return List.of("alerter", "flag");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY);
    }

    @Override
    public Answer run(Ask ask) {
        GroupInfo group = ask.group();
        Optional<Person> found = groups.animator(group.id()).flatMap(member -> people.byId(member.person()));
        if (found.isEmpty()) {
            return Answer.privately("moderation.flag.nobody");
        }
        Person animator = found.get();
        if (animator.id() == ask.who().id()) {
            return Answer.privately("moderation.flag.animator");
        }
        if (!limit.take(ask.who().id())) {
            return Answer.privately("moderation.flag.enough");
        }
        String message = ask.reply().message();
        if (channels.of(group.chat()).capabilities().hosted()) {
            replies.privately(animator, group, null, "flag", quoting(ask),
                    Languages.of(animator, null, group), true, null);
            return Answer.privately("moderation.flag.done");
        }
        String link = channels.of(group.chat()).messageLink(group.chat(), message);
        Locale language = Languages.of(animator, null, group);
        Line line = Line.of("moderation.flag", somebody.name(group.id(), ask.who().id()), group.title());
        replies.privately(animator, group, ask.topic(), "flag",
                link == null ? line : line.choices(Line.Choice.link("moderation.button.message", link)), language,
                true, null);
        if (animator.privateOpen()) {
            Post forward = Post.of("flag.message", new Outgoing.Forward(animator.address(), group.chat(), message));
            outbox.post(forward.or(instead(animator, link, language)));
        }
        return Answer.privately("moderation.flag.done");
    }

    /** Where nothing can be forwarded: who wrote the message and when, and its words as far as memory has them. */
    private Line quoting(Ask ask) {
        GroupInfo group = ask.group();
        Quoted reply = ask.reply();
        Line line = Line.of("moderation.flag", somebody.name(group.id(), ask.who().id()), group.title());
        Object author = Optional.ofNullable(reply.author()).flatMap(sender -> people.find(sender.address()))
                .map(person -> somebody.name(group.id(), person.id()))
                .orElseGet(() -> Line.of("groups.journal.somebody"));
        Words words = recent.find(group.chat(), reply.message()).map(Quoted::text).orElse(Words.NONE);
        line = words.isEmpty()
                ? line.then("moderation.flag.bare", author, reply.sentAt())
                : line.then("moderation.flag.words", author, reply.sentAt(), shortened(words));
        return reply.media() ? line.then("moderation.flag.media") : line;
    }

    private static Words shortened(Words words) {
        String text = words.text().strip();
        int end = Math.min(LONGEST, text.length());
        end = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return new Words(end < text.length() ? text.substring(0, end).strip() + "…" : text);
    }

    /** What is said where the platform does not pass the message on. */
    private Post instead(Person animator, @Nullable String link, Locale language) {
        return Post.of("flag.link", new Outgoing.Text(animator.address(), null, null, null,
                texts.rich(Line.of(link == null ? "moderation.flag.no-message" : "moderation.flag.link"), language),
                link == null
                        ? List.of()
                        : List.of(List.of(
                                Button.link(texts.plain("moderation.button.message", language), link)))));
    }
}
