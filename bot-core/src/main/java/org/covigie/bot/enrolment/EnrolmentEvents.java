package org.covigie.bot.enrolment;

import java.util.Optional;
import org.covigie.bot.commands.CommandReader;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
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

    EnrolmentEvents(Arrivals arrivals, Applications applications, Dialogue dialogue, Groups groups, Roles roles,
            People people, Replies replies, CommandReader reader) {
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
            Person person = people.acted(said.sender().address(), said.sender().name(), said.sender().handle());
            String[] parts = answer.text().split(" ", 2);
            Line line = applications.answered(applications.current(answer.row().id).orElseThrow(), group, parts[0],
                    parts[1]);
            replies.privately(person, null, null, "answer", line,
                    Languages.of(person, said.sender().language(), group), false, null);
        }));
        return typed.isPresent();
    }

    private record Typed(EnrolmentRow row, String text) {}

    private Optional<Typed> answer(Incoming.Said said) {
        String text = said.text().text().strip();
        if (said.place() != Place.PRIVATE || said.forwarded() || text.isEmpty() || text.length() > LONGEST_ANSWER
                || text.startsWith("/")) {
            return Optional.empty();
        }
        return people.find(said.sender().address()).flatMap(person -> applications.of(person.id()))
                .flatMap(row -> dialogue.typed(row, text)
                        // nearly everything can be a name, a command without its slash too
                        .filter(answer -> !answer.startsWith("nom ") || !reader.isCommand(said.chat(), text))
                        .map(answer -> new Typed(row, answer)));
    }
}
