package org.covigie.bot.commands;

import java.util.Locale;
import org.covigie.bot.commands.Dispatcher.Request;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives an answer its language and its way out. */
@Component
class Speaker {
    private final Replies replies;
    private final People people;
    private final Roles roles;
    private final Outbox outbox;
    private final Texts texts;
    private final Channels channels;

    Speaker(Replies replies, People people, Roles roles, Outbox outbox, Texts texts, Channels channels) {
        this.channels = channels;
        this.replies = replies;
        this.people = people;
        this.roles = roles;
        this.outbox = outbox;
        this.texts = texts;
    }

    void say(Request request, @Nullable Person person, @Nullable Membership membership, Answer answer,
            boolean headed) {
        GroupInfo group = membership == null ? null : membership.group();
        Locale language = Languages.of(person, request.sender().language(), group);
        boolean answered = false;
        for (Answer.Say say : answer.says()) {
            switch (say) {
                case Answer.Say.Privately alone -> privately(request, person, group, alone.line(), language, headed);
                case Answer.Say.InPlace in -> inPlace(request, person, group, in.line(), language, headed);
                case Answer.Say.Briefly brief -> {
                    if (request.press() == null || !live(request)) {
                        privately(request, person, group, brief.line(), language, headed);
                    } else {
                        toast(request, texts.rich(brief.line(), language).text());
                        answered = true;
                    }
                }
                case Answer.Say.InGroup here -> {
                    if (group != null) {
                        replies.inGroup(group, request.topic(), "answer.group", here.line(), false, null);
                    }
                }
                case Answer.Say.React react -> {
                    if (group != null) {
                        replies.react(group, react, person, language);
                    }
                }
                case Answer.Say.ToPerson other -> people.byId(other.person())
                        .ifPresent(reader -> replies.privately(reader,
                                group, null, other.kind(), other.line(), Languages.of(reader, null, group), true,
                                other.once()));
            }
        }
        if (request.press() != null && !answered) {
            toast(request, null);
        }
    }

    private void privately(Request request, @Nullable Person person, @Nullable GroupInfo group, Line line,
            Locale language, boolean headed) {
        if (person == null) {
            // somebody who speaks in the chat's name has no private chat: the sentence stands in the group
            if (group != null) {
                replies.inGroup(group, request.topic(), "answer.anonymous", line, false, null);
            }
            return;
        }
        replies.privately(person, group, request.topic(), "answer", headed ? named(request, person, group, line) : line,
                language,
                false, null);
    }

    private void inPlace(Request request, @Nullable Person person, @Nullable GroupInfo group, Line line,
            Locale language, boolean headed) {
        if (person != null && request.press() != null && request.message() != null
                && request.place() == Place.PRIVATE) {
            replies.replace(request.chat(), request.message(), group,
                    headed ? named(request, person, group, line) : line, language);
        } else {
            privately(request, person, group, line, language, headed);
        }
    }

    /** Whoever belongs to several groups is told which one an answer speaks of. */
    private Line named(Request request, Person person, @Nullable GroupInfo group, Line line) {
        return group != null && request.place() == Place.PRIVATE && roles.of(person.id()).size() > 1
                ? Line.of("gate.in-group", group.title()).then(line)
                : line;
    }

    /** Whether a press is waiting for its answer on the button itself. */
    private boolean live(Request request) {
        return channels.of(request.chat()).capabilities().live();
    }

    private void toast(Request request, @Nullable String text) {
        String press = request.press();
        if (press != null && live(request)) {
            String shown = text != null && text.length() > 200 ? text.substring(0, 199) + "…" : text;
            outbox.post(Post.of("press.answer", new Outgoing.PressAnswer(request.chat(), press, shown, false)));
        }
    }
}
