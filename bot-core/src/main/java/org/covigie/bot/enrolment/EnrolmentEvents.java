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
import org.covigie.bot.people.Words;
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
            case Incoming.Said said when answer(said).isPresent() -> Optional.of(said.replyingTo(null));
            case Incoming.Said said -> keptBack(said);
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
        typed.ifPresent(answer -> groups.info(answer.row().groupId).ifPresent(group -> {
            Person person = people.acted(said.sender());
            String[] parts = answer.text().split(" ", 2);
            Line line = applications.answered(applications.current(answer.row().id).orElseThrow(), group, parts[0],
                    parts[1]);
            replies.privately(person, null, null, "answer", line,
                    Languages.of(person, said.sender().language(), group), false, null);
        }));
        return typed.isPresent();
    }

    private record Typed(EnrolmentRow row, String text) {}

    private Optional<EnrolmentRow> asked(Incoming.Said said) {
        return said.place() != Place.PRIVATE || said.forwarded() || said.text().isEmpty()
                || said.text().text().strip().startsWith("/")
                        ? Optional.empty()
                        : people.find(said.sender().address()).flatMap(person -> applications.of(person.id()));
    }

    private Optional<Typed> answer(Incoming.Said said) {
        String text = said.text().text().strip();
        return text.length() > LONGEST_ANSWER
                ? Optional.empty()
                : asked(said).flatMap(row -> dialogue.typed(row, text)
                        // nearly everything can be a name, a command without its slash too
                        .filter(answer -> !answer.startsWith("nom ") || !reader.isCommand(said.chat(), text))
                        .map(answer -> new Typed(row, answer)));
    }

    /**
     * Where people only ever write to the bot, a sentence of theirs may go to others: while a question is open it belongs to
     * that, unless it answers another message, comes with a picture, or is by somebody who is in a group already. What it says is
     * not kept.
     */
    private Optional<Incoming> keptBack(Incoming.Said said) {
        String text = said.text().text();
        return asked(said)
                .filter(row -> roles.of(row.personId).isEmpty() && Dialogue.awaits(row, text) && said.replyTo() == null
                        && !said.media()
                        && said.contact() == null && channels.on(said.chat().channel())
                        && channels.of(said.chat()).capabilities().hosted() && !reader.isCommand(said.chat(), text))
                .map(row -> said.saying(new Words(Candidate.NO_ANSWER)));
    }
}
