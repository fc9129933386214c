package org.covigie.bot.enrolment;

import java.util.Optional;
import org.covigie.bot.commands.CommandReader;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happens at the door: requests, arrivals, and what a candidate types as an answer to an open question. */
@Component
@Order(60)
class EnrolmentEvents implements Sieve, Handler {
    private static final int LONGEST_ANSWER = 80;

    private final Arrivals arrivals;
    private final Applications applications;
    private final Dialogue dialogue;
    private final Groups groups;
    private final Roles roles;
    private final People people;
    private final Replies replies;
    private final CommandReader reader;
    private final Channels channels;

    EnrolmentEvents(Arrivals arrivals, Applications applications, Dialogue dialogue, Groups groups, Roles roles,
            People people, Replies replies, CommandReader reader, Channels channels) {
        this.channels = channels;
        this.arrivals = arrivals;
        this.applications = applications;
        this.dialogue = dialogue;
        this.groups = groups;
        this.roles = roles;
        this.people = people;
        this.replies = replies;
        this.reader = reader;
    }

    @Override
    public Optional<Incoming> keep(Incoming incoming) {
        return switch (incoming) {
            case Incoming.JoinRequested request when roles.in(request.chat(), request.sender().address()).isPresent() ->
                Optional.of(request);
            case Incoming.MembersJoined joined when roles.in(joined.chat(), joined.sender().address()).isPresent() ->
                Optional.of(new Incoming.MembersJoined(joined.chat(), joined.sender().unnamed(), joined.members(),
                        joined.asked(), joined.people(), joined.at()));
            // what is no answer is not kept: that something was written is enough to say so
            case Incoming.Said said when !said.text().isEmpty() -> answer(said)
                    .map(typed -> typed.answer() == null ? said.unread() : said.replyingTo(null));
            default -> Optional.empty();
        };
    }

    @Override
    public boolean handle(Incoming incoming) {
        switch (incoming) {
            case Incoming.JoinRequested request -> arrivals.asks(request);
            case Incoming.MembersJoined joined -> arrivals.joined(joined);
            case Incoming.Said said -> {
                return answered(said);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean answered(Incoming.Said said) {
        Optional<Typed> typed = answer(said);
        typed.ifPresent(found -> groups.info(found.row().groupId).ifPresent(group -> {
            Person person = people.acted(said.sender());
            String answer = found.answer();
            EnrolmentRow row = applications.current(found.row().id).orElseThrow();
            Line line = answer == null
                    ? Dialogue.wrong(row, group)
                    : applications.answered(row, group, answer.split(" ", 2)[0], answer.split(" ", 2)[1]);
            replies.privately(person, null, null, "answer", line,
                    Languages.of(person, said.sender().language(), group), false, null);
        }));
        return typed.isPresent();
    }

    /** @param answer the words read as an answer; null when they are none, and yet belong to the question */
    private record Typed(EnrolmentRow row, @Nullable String answer) {}

    private Optional<Typed> answer(Incoming.Said said) {
        String text = said.text().text().strip();
        if (said.place() != Place.PRIVATE || said.forwarded() || text.startsWith("/")) {
            return Optional.empty();
        }
        return people.find(said.sender().address()).flatMap(person -> applications.of(person.id()))
                .flatMap(row -> (text.isEmpty() || text.length() > LONGEST_ANSWER
                        ? Optional.<String>empty()
                        : dialogue.typed(row, text))
                        // nearly everything can be a name, a command without its slash too
                        .filter(answer -> !answer.startsWith("nom ") || !reader.isCommand(said.chat(), text))
                        .map(answer -> new Typed(row, answer)).or(() -> belongs(row, said)));
    }

    /**
     * Where people only ever write to the bot, a sentence of theirs may go to others: while a question is open it is an answer.
     * What answers another message, or comes with a picture, is no answer to it.
     */
    private Optional<Typed> belongs(EnrolmentRow row, Incoming.Said said) {
        return Dialogue.awaits(row, said.text().text()) && said.replyTo() == null && !said.media()
                && said.contact() == null
                && channels.on(said.chat().channel()) && channels.of(said.chat()).capabilities().hosted()
                && !reader.isCommand(said.chat(), said.text().text())
                        ? Optional.of(new Typed(row, null))
                        : Optional.empty();
    }
}
