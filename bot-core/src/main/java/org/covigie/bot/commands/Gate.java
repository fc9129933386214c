package org.covigie.bot.commands;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.covigie.bot.commands.Dispatcher.Request;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;

/** Judges one use of a command: place first, then which group is meant, then the role held there now. */
final class Gate {
    private final Roles roles;
    /** Whether the group is the house's own, so that what is for the group is written in private too. */
    private final boolean hosted;

    Gate(Roles roles, boolean hosted) {
        this.roles = roles;
        this.hosted = hosted;
    }

    /** What the gate says. */
    sealed interface Verdict {}

    /** The command may run. */
    record Passed(@Nullable Membership membership) implements Verdict {}

    /** It may not, and this is the sentence that says so. */
    record Refused(Line line, @Nullable Membership membership) implements Verdict {}

    Verdict judge(Command command, Request request, @Nullable Person person) {
        if (person == null && command.needs() != Role.ANYONE) {
            return new Refused(Line.of("gate.anonymous"),
                    roles.in(request.chat(), request.sender().address()).orElse(null));
        }
        Verdict verdict = request.place() == Place.GROUP
                ? inGroup(command, request, person)
                : inPrivate(command, request, person);
        return verdict instanceof Passed passed && command.hosted() && !hosted
                ? new Refused(Line.of("gate.hosted"), passed.membership())
                : verdict;
    }

    private Verdict inGroup(Command command, Request request, @Nullable Person person) {
        // nobody is met by asking what is known of them
        Optional<Membership> met = person == null || person.isStranger()
                ? roles.in(request.chat(), request.sender().address())
                : roles.meet(request.chat(), person.id());
        if (met.isEmpty()) {
            return new Refused(Line.of("gate.group-unknown"), null);
        }
        Membership here = met.get();
        boolean answers = request.replyTo() != null;
        boolean pressed = request.press() != null;
        boolean placed = command.place().contains(Spot.GROUP) || (answers && command.place().contains(Spot.REPLY))
        // a button that only its reader sees may carry a private command
                || (pressed && command.place().contains(Spot.PRIVATE));
        if (!placed) {
            String key = command.place().contains(Spot.REPLY) ? "gate.place.reply" : "gate.place.private";
            return new Refused(Line.of(key, command), here);
        }
        return role(command, here);
    }

    private Verdict inPrivate(Command command, Request request, @Nullable Person person) {
        if (!command.place().contains(Spot.PRIVATE) && !(hosted && command.place().contains(Spot.GROUP))) {
            String key = command.place().contains(Spot.GROUP) ? "gate.place.group" : "gate.place.reply";
            return new Refused(Line.of(key, command), null);
        }
        List<Membership> all = person == null ? List.of() : roles.of(person.id());
        Long wanted = request.group() != null ? request.group() : null;
        if (wanted != null) {
            Optional<Membership> named = all.stream().filter(m -> m.group().id() == wanted).findFirst();
            if (named.isEmpty() && command.needs() != Role.ANYONE) {
                return new Refused(Line.of("gate.role." + command.needs().name()), null);
            }
            return named.isEmpty() ? new Passed(null) : role(command, named.get());
        }
        List<Membership> able = all.stream().filter(m -> m.holds(command.needs())).toList();
        if (able.isEmpty()) {
            return command.needs() == Role.ANYONE
                    ? new Passed(null)
                    : new Refused(Line.of("gate.role." + command.needs().name()),
                            all.size() == 1 ? all.getFirst() : null);
        }
        if (able.size() == 1 || command.personal()) {
            return role(command, able.getFirst());
        }
        Long current = person == null ? null : person.currentGroup();
        Optional<Membership> chosen = able.stream().filter(m -> Objects.equals(m.group().id(), current)).findFirst();
        if (chosen.isPresent()) {
            return role(command, chosen.get());
        }
        return command.needs() == Role.ANYONE ? new Passed(null) : new Refused(whichGroup(able), null);
    }

    private static Verdict role(Command command, Membership membership) {
        if (membership.group().locked() && command.needs() != Role.ANYONE) {
            return new Refused(Line.of("gate.locked"), membership);
        }
        return membership.holds(command.needs())
                ? new Passed(membership)
                : new Refused(Line.of("gate.role." + command.needs().name()), membership);
    }

    private static Line whichGroup(List<Membership> able) {
        Line line = Line.of("gate.which-group");
        for (Membership membership : able.subList(0, Math.min(8, able.size()))) {
            line = line.choices(Line.Choice.command("gate.which-group.button", "/ici " + membership.group().id(),
                    membership.group().title()));
        }
        return line;
    }
}
