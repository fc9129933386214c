package org.covigie.bot.commands;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Restraint;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The one gate: word, button or reaction → command; who is it, which group is meant, is it the right place and role? What
 * does not pass gets one courteous sentence and changes nothing.
 */
@Component
@Order(100)
class Dispatcher implements Handler {
    private static final Pattern FOR_GROUP = Pattern.compile("^g(\\d{1,18}) (/.*)$", Pattern.DOTALL);

    /** How often somebody in no group gets an answer to what is no command, or none for them. */
    private static final Duration STRANGERS = Duration.ofDays(1);
    /** How often a member does. */
    private static final Duration MEMBERS = Duration.ofHours(1);

    private final Catalogue catalogue;
    private final CommandReader reader;
    private final People people;
    private final Roles roles;
    private final TagReactions reactions;
    private final Speaker speaker;
    private final Restraint restraint;
    private final ApplicationEventPublisher events;

    Dispatcher(Catalogue catalogue, CommandReader reader, People people, Roles roles, TagReactions reactions,
            Speaker speaker, Restraint restraint, ApplicationEventPublisher events) {
        this.restraint = restraint;
        this.catalogue = catalogue;
        this.reader = reader;
        this.people = people;
        this.roles = roles;
        this.reactions = reactions;
        this.speaker = speaker;
        this.events = events;
    }

    @Override
    public boolean handle(Incoming incoming) {
        switch (incoming) {
            case Incoming.Said said -> said(said);
            case Incoming.Pressed pressed -> pressed(pressed);
            case Incoming.Reacted reacted -> reacted(reacted);
            case Incoming.PrivateChat chat -> people.privateChat(chat.chat(), chat.open());
            case Incoming.Edited edited -> {
                return false;
            }
            case Incoming.BotPlaced placed -> {
                return false;
            }
            case Incoming.ChatMoved moved -> {
                return false;
            }
            case Incoming.ChatRenamed renamed -> {
                return false;
            }
            case Incoming.MemberLeft left -> {
                return false;
            }
            case Incoming.JoinRequested request -> {
                return false;
            }
            case Incoming.MembersJoined joined -> {
                return false;
            }
            case Incoming.Voted voted -> {
                return false;
            }
        }
        return true;
    }

    private void said(Incoming.Said said) {
        String text = said.text().text();
        pass(new Request(said.chat(), said.place(), said.sender(), said.topic(), said.message(), null, text, null,
                said.replyTo(), said.at()));
    }

    private void pressed(Incoming.Pressed pressed) {
        Matcher matcher = FOR_GROUP.matcher(pressed.data());
        Long group = null;
        String text = pressed.data();
        if (matcher.matches()) {
            group = Long.valueOf(matcher.group(1));
            text = matcher.group(2);
        }
        pass(new Request(pressed.chat(), pressed.place(), pressed.sender(), pressed.topic(), pressed.message(),
                pressed.press(), text, group, null, pressed.at()));
    }

    private void reacted(Incoming.Reacted reacted) {
        reactions.command(reacted.before(), reacted.now()).ifPresent(command -> {
            var subject = reacted.subject() != null
                    ? reacted.subject()
                    : new org.covigie.bot.messaging.Quoted(reacted.message(), null, org.covigie.bot.people.Words.NONE,
                            reacted.at(), null, false, false, false, true, List.of());
            pass(new Request(reacted.chat(), Place.GROUP, reacted.sender(), null, null, null, command, null, subject,
                    reacted.at()));
        });
    }

    private void pass(Request request) {
        Sender sender = request.sender();
        Optional<Typed> typed = reader.read(request.chat(), request.text());
        Optional<Command> found = typed.flatMap(t -> catalogue.find(t.word()));
        Person person = sender.anonymous() ? null : who(request, found.isEmpty() || found.get().meets());
        if (found.isEmpty()) {
            String key = typed.isPresent() ? "gate.unknown" : "gate.no-command";
            // a member who mistypes is helped each time
            if (typed.isPresent() && !unknown(request, person) || worthAnAnswer(request, person)) {
                speaker.say(request, person, null, Answer.privately(key), false);
            }
            return;
        }
        Command command = found.get();
        Gate.Verdict verdict = new Gate(roles, reader.hosted(request.chat())).judge(command, request, person);
        switch (verdict) {
            case Gate.Refused refused -> {
                speaker.say(request, person, refused.membership(), Answer.privately(refused.line()), true);
                noted(command, request, person, refused);
                events.publishEvent(new CommandDone(sender.address()));
            }
            case Gate.Passed passed -> {
                Ask ask = new Ask(person, sender, passed.membership(), request.place(), request.topic(),
                        request.message(),
                        typed.map(Typed::args).orElse(""), request.replyTo(), request.press() != null, request.at());
                speaker.say(request, person, passed.membership(), command.run(ask), command.headed());
                events.publishEvent(new CommandDone(sender.address()));
            }
        }
    }

    /**
     * Where anybody may write to the bot and each answer costs: who writes what is no command is told so once a day when in no
     * group, a member once an hour.
     */
    private boolean worthAnAnswer(Request request, @Nullable Person person) {
        return person == null || !reader.hosted(request.chat())
                || restraint.allows("no-command " + person.address().key(),
                        unknown(request, person) ? STRANGERS : MEMBERS);
    }

    /** Whether this is somebody in no group, where anybody may write to the bot. */
    private boolean unknown(Request request, @Nullable Person person) {
        return person != null && reader.hosted(request.chat())
                && (person.isStranger() || roles.of(person.id()).isEmpty());
    }

    private void noted(Command command, Request request, @Nullable Person person, Gate.Refused refused) {
        Membership membership = refused.membership();
        Long group = membership == null ? request.group() : Long.valueOf(membership.group().id());
        if (command.guarded() && group != null) {
            events.publishEvent(new CommandRefused(command.key(), group,
                    person == null || person.isStranger() ? null : person.id()));
        }
    }

    private Person who(Request request, boolean meets) {
        Sender sender = request.sender();
        if (!meets && people.find(sender.address()).isEmpty()) {
            return Person.stranger(sender.address(), request.place() == Place.PRIVATE);
        }
        if (request.place() == Place.PRIVATE) {
            people.privateChat(request.chat(), true);
        }
        return people.acted(sender);
    }

    /** A word, a button or a reaction, before it is known what it asks. */
    record Request(Address chat, Place place, Sender sender, @Nullable String topic, @Nullable String message,
            @Nullable String press, String text, @Nullable Long group,
            org.covigie.bot.messaging.@Nullable Quoted replyTo,
            java.time.Instant at) {}
}
