package org.covigie.bot.groups;

import java.util.Optional;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the person a command speaks of: whose message was replied to, an {@code @name}, or a member's number. */
@Component
public class Somebody {
    private final People people;
    private final Groups groups;

    Somebody(People people, Groups groups) {
        this.people = people;
        this.groups = groups;
    }

    /** Who is meant, or the sentence that says why nobody can be. */
    public sealed interface Meant {}

    /** This person. */
    public record Found(Person person) implements Meant {}

    /** Nobody, and this is the sentence that says why. */
    public record Nobody(Line why) implements Meant {}

    /** @param word what was typed: empty, {@code @name} or a number */
    public Meant meant(Ask ask, String word) {
        String name = word.strip();
        if (name.isEmpty()) {
            return ask.replyTo() == null
                    ? new Nobody(Line.of("groups.who.missing"))
                    : present(ask.group().id(), author(ask.reply().author()));
        }
        Optional<Person> person = name.matches("\\d{1,6}")
                ? groups.numbered(ask.group().id(), Integer.parseInt(name)).filter(m -> m.holds(Role.MEMBER))
                        .flatMap(m -> people.byId(m.person()))
                : people.byHandle(ask.group().chat().channel(), name)
                        .filter(p -> groups.member(ask.group().id(), p.id()).filter(m -> m.holds(Role.MEMBER))
                                .isPresent());
        return person.<Meant>map(Found::new).orElseGet(() -> new Nobody(name.matches("\\d{1,6}")
                ? Line.of("groups.who.no-number", name)
                : Line.of("groups.who.unknown")));
    }

    /** Whoever wrote the message may have left since; a role would bring that person back into the lists. */
    private Meant present(long group, Meant meant) {
        return meant instanceof Found found
                && groups.member(group, found.person().id()).filter(m -> !m.holds(Role.MEMBER)).isPresent()
                        ? new Nobody(Line.of("groups.who.left"))
                        : meant;
    }

    private Meant author(@Nullable Sender author) {
        if (author == null || author.anonymous()) {
            return new Nobody(Line.of("groups.who.anonymous"));
        }
        if (author.bot()) {
            return new Nobody(Line.of("groups.who.bot"));
        }
        return new Found(author.name().isEmpty()
                ? people.meet(author.address())
                : people.acted(author));
    }

    /** The person's name, or the member's number while no name is known. */
    public Object name(long group, long person) {
        return people.byId(person).filter(p -> !p.name().isEmpty()).<Object>map(Person::name)
                .orElseGet(() -> Line.of("groups.member.unnamed",
                        groups.member(group, person).map(m -> String.valueOf(m.number())).orElse("?")));
    }
}
