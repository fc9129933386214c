package org.covigie.bot.companion;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.commands.CommandReader;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Completion;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a correspondent forwards goes onto the pile; the tag that follows, by a button or typed, becomes the answer to the
 * forwarded message in its group, so that it is the tag known from everywhere else.
 */
@Component
@Order(30)
class PileEvents implements Sieve, Handler, Completion {
    static final String PRESSED = "pile ";
    private static final Pattern DATA = Pattern.compile(PRESSED + "(\\d{1,18}) (/\\p{L}{1,32})");

    private final CommandReader reader;
    private final People people;
    private final Groups groups;
    private final Companions companions;
    private final Pile pile;
    private final PileQuestions questions;
    private final Replies replies;

    PileEvents(CommandReader reader, People people, Groups groups, Companions companions, Pile pile,
            PileQuestions questions, Replies replies) {
        this.reader = reader;
        this.people = people;
        this.groups = groups;
        this.companions = companions;
        this.pile = pile;
        this.questions = questions;
        this.replies = replies;
    }

    @Override
    public Optional<Incoming> keep(Incoming incoming) {
        return incoming instanceof Incoming.Said said && !collected(said).isEmpty()
                ? Optional.of(new Incoming.Said(said.chat(), said.place(), said.sender(), said.message(), null,
                        said.text(), null, null, said.media(), true, null, said.at()))
                : Optional.empty();
    }

    @Override
    public Incoming complete(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Pressed pressed when pressed.place() == Place.PRIVATE -> pressed(pressed);
            case Incoming.Said said when said.place() == Place.PRIVATE && !said.forwarded()
                    && reader.carriesWords(said.chat(), said.text().text()) ->
                typed(said);
            default -> incoming;
        };
    }

    private Incoming pressed(Incoming.Pressed pressed) {
        Matcher data = DATA.matcher(pressed.data());
        if (!data.matches()) {
            return pressed;
        }
        long id = Long.parseLong(data.group(1));
        return people.find(pressed.sender().address())
                .flatMap(person -> pile.find(person.id(), id))
                .flatMap(item -> tag(item, new Incoming.Said(pressed.chat(), Place.PRIVATE, pressed.sender(),
                        pressed.press(), null, new Words(data.group(2)), null, null, false, false, null,
                        pressed.at())))
                .orElse(pressed);
    }

    private Incoming typed(Incoming.Said said) {
        Quoted question = said.replyTo();
        return people.find(said.sender().address())
                .flatMap(person -> question == null
                        ? pile.asked(person.id())
                        : pile.askedBy(person.id(), question.message()))
                .flatMap(item -> tag(item, said)).orElse(said);
    }

    private Optional<Incoming> tag(Pile.Item item, Incoming.Said tag) {
        return Optional.ofNullable(item.group()).flatMap(groups::info)
                .map(group -> tag.in(group.chat(), item.quoted()));
    }

    @Override
    public boolean handle(Incoming incoming) {
        switch (incoming) {
            case Incoming.Said said when said.place() == Place.GROUP -> {
                if (said.chat().id().startsWith(Channel.HOSTED_GROUP) && said.replyTo() != null
                        && said.replyTo().forwarded()) {
                    String message = said.replyTo().message();
                    people.find(said.sender().address())
                            .ifPresent(person -> pile.tagged(person.id(), message));
                }
                return false;
            }
            case Incoming.Said said when said.place() == Place.PRIVATE && !said.forwarded()
                    && reader.carriesWords(said.chat(), said.text().text()) -> {
                // a tag that could be told what it tags has become an answer in the group before it came here
                boolean mine = collects(said.sender().address());
                if (mine) {
                    say(said.chat(), said.sender(), said.replyTo() == null
                            ? "companion.pile.nothing"
                            : "companion.pile.gone");
                }
                return mine;
            }
            case Incoming.Said said -> {
                List<GroupInfo> mine = collected(said);
                if (!mine.isEmpty()) {
                    questions.takes(acted(said.chat(), said.sender()), said, mine);
                }
                return !mine.isEmpty();
            }
            case Incoming.Pressed pressed when pressed.place() == Place.PRIVATE
                    && DATA.matcher(pressed.data()).matches() -> {
                // what could still be tagged has become a tag before it came here
                say(pressed.chat(), pressed.sender(), "companion.pile.gone");
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private void say(Address chat, Sender sender, String key) {
        Person person = acted(chat, sender);
        replies.privately(person, null, null, "answer", Line.of(key),
                Languages.of(person, sender.language(), null), false, null);
    }

    private boolean collects(Address person) {
        return people.find(person).filter(known -> !companions.speaksElsewhere(known)
                && !companions.collected(known).isEmpty()).isPresent();
    }

    private Person acted(Address chat, Sender sender) {
        people.privateChat(chat, true);
        return people.acted(sender);
    }

    /** The companion groups from which this forwarded message may come; none when it is for somewhere else. */
    private List<GroupInfo> collected(Incoming.Said said) {
        if (said.place() != Place.PRIVATE || !said.forwarded() || said.text().isEmpty() && !said.media()) {
            return List.of();
        }
        return people.find(said.sender().address()).filter(person -> !companions.speaksElsewhere(person))
                .map(companions::collected).orElse(List.of());
    }
}
