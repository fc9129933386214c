package org.covigie.bot.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.CommandReader;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Passes on what is meant for a relayed group, or says in one sentence why it was not. Leaves commands to the others. */
@Component
@Order(65)
class RelayDesk implements Handler {
    private static final int LONGEST_DATA = 64;
    private static final int MOST_CHOICES = 8;

    private final Routes routes;
    private final Relaying relaying;
    private final PatientGate patients;
    private final Excerpts excerpts;
    private final CommandReader reader;
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Reminders reminders;

    RelayDesk(Routes routes, Relaying relaying, PatientGate patients, Excerpts excerpts, CommandReader reader,
            Groups groups, People people, Replies replies, Reminders reminders) {
        this.reminders = reminders;
        this.routes = routes;
        this.relaying = relaying;
        this.patients = patients;
        this.excerpts = excerpts;
        this.reader = reader;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
    }

    @Override
    public boolean handle(Incoming incoming) {
        if (!(incoming instanceof Incoming.Said said)) {
            return false;
        }
        boolean command = reader.isCommand(said.chat(), said.text().text());
        if (said.place() == Place.GROUP) {
            return inGroup(said, command);
        }
        if (!routes.toTheBot(said)) {
            return false;
        }
        if (command) {
            // bare words speak of no message
            if (!said.text().text().strip().startsWith("/")) {
                return false;
            }
            List<Originals.Original> several = routes.behind(said);
            return several.size() > 1 && reader.speaksOfGroup(said.chat(), said.text().text())
                    && which(said, several);
        }
        // a message without words that nobody has marked was kept only so that it gets an answer
        return (!said.text().isEmpty() || said.media()) && privately(said);
    }

    /** A private message that was found to be one of a group's. */
    private boolean inGroup(Incoming.Said said, boolean command) {
        Optional<GroupInfo> group = routes.relayed(said.chat(), said.sender().address());
        if (group.isEmpty()) {
            return false;
        }
        people.privateChat(said.sender().address(), true);
        if (command) {
            return false;
        }
        Person person = acted(said);
        if (routes.stopped(person)) {
            // nothing is sent to them, not even why
            return true;
        }
        if (!groups.acceptedCharter(group.get().id(), person.id())) {
            unsigned(said, person, group.get());
        } else {
            passOn(said, person, group.get());
        }
        return true;
    }

    private boolean privately(Incoming.Said said) {
        Optional<Person> known = people.find(said.sender().address());
        Route route = known.map(person -> routes.of(said, person)).orElseGet(Route.Nowhere::new);
        return switch (route) {
            case Route.Nowhere nowhere -> false;
            case Route.To(GroupInfo group) -> {
                passOn(said, acted(said), group);
                yield true;
            }
            case Route.Unsigned(GroupInfo group) -> {
                unsigned(said, acted(said), group);
                yield true;
            }
            case Route.Which(List<GroupInfo> possible) -> {
                Line line = Line.of("relay.which");
                for (GroupInfo one : possible.subList(0, Math.min(MOST_CHOICES, possible.size()))) {
                    line = line.choices(Line.Choice.command("gate.which-group.button", "/ici " + one.id(),
                            one.title()));
                }
                tell(said, acted(said), null, line);
                yield true;
            }
            // nothing is sent to them, not even why; the confirmation of STOP says how to begin again
            case Route.Stopped stopped -> true;
            case Route.Lost lost -> {
                tell(said, acted(said), null, Line.of("relay.reply-lost"));
                yield true;
            }
        };
    }

    private void passOn(Incoming.Said said, Person person, GroupInfo group) {
        if (said.text().isEmpty() && said.attached().isEmpty()) {
            // its words were left out, and what stood in the way is gone since
            tell(said, person, group, Line.of("relay.again", group.title()));
        } else if (!patients.stops(said, person, group)) {
            relaying.passOn(said, person, group);
        }
    }

    private void unsigned(Incoming.Said said, Person person, GroupInfo group) {
        // the charter itself was shown before, and is long
        reminders.unsigned(person, group, Line.of("relay.unsigned", group.title()).choices(
                Line.Choice.command("groups.accept.button", "/consentir " + groups.charterVersion(group.id())),
                Line.Choice.command("groups.charter.button", "/charte")),
                Languages.of(person, said.sender().language(), group));
    }

    /** The copy replied to left together with others: which of them is meant? */
    private boolean which(Incoming.Said said, List<Originals.Original> several) {
        Person person = acted(said);
        String command = said.text().text().strip();
        Line line = Line.of("relay.which-message");
        for (Originals.Original one : several.subList(Math.max(0, several.size() - MOST_CHOICES), several.size())) {
            String data = "~" + one.id() + " " + command;
            if (data.getBytes(StandardCharsets.UTF_8).length > LONGEST_DATA) {
                // the command alone: its note does not fit on a button
                data = "~" + one.id() + " " + command.split("\\s", 2)[0];
            }
            line = line.choices(Line.Choice.command("relay.which-message.button", data, excerpts.name(one),
                    excerpts.of(one, 30)));
        }
        tell(said, person, null, line);
        return true;
    }

    private Person acted(Incoming.Said said) {
        people.privateChat(said.sender().address(), true);
        return people.acted(said.sender());
    }

    private void tell(Incoming.Said said, Person person, @org.jspecify.annotations.Nullable GroupInfo group,
            Line line) {
        replies.privately(person, group, null, "relay.answer", line,
                Languages.of(person, said.sender().language(), group), false, null);
    }
}
