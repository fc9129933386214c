package org.covigie.bot.groups;

import java.util.Optional;
import java.util.function.LongFunction;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says a journal's line. Its sentence stands in the bundles under {@code journal.<what>}, with the arguments {0} who did it,
 * {1} to whom, {2} the detail and {3} whom it concerns: the one it was done to, else the one who did it.
 */
@Component
class JournalWords {
    private final Texts texts;
    private final People people;
    private final Groups groups;
    private final ObjectProvider<Command> commands;

    // a provider, since the command that shows the journal is one of the commands
    JournalWords(Texts texts, People people, Groups groups, ObjectProvider<Command> commands) {
        this.texts = texts;
        this.people = people;
        this.groups = groups;
        this.commands = commands;
    }

    /** For the animator: with names, or the members' numbers while no name is known. */
    Line sentence(long group, Journal.Entry entry) {
        return sentence(entry, person -> name(group, person));
    }

    /** For one person: with that person's name, everybody else unnamed. */
    Line sentence(Journal.Entry entry, long reader) {
        return sentence(entry, person -> person == reader
                ? people.byId(person).map(Person::name).filter(name -> !name.isEmpty()).<Object>map(name -> name)
                        .orElseGet(() -> Line.of("groups.journal.you"))
                : Line.of("groups.journal.somebody"));
    }

    private Line sentence(Journal.Entry entry, LongFunction<Object> names) {
        String key = "journal." + entry.what();
        Object detail = detail(entry);
        if (!texts.has(key)) {
            // noted by a room whose sentence is missing here: the line is shown all the same
            return Line.of("groups.journal.other", entry.what(), detail);
        }
        return Line.of(key, named(entry.actor(), names), named(entry.subject(), names), detail,
                named(entry.subject() == null ? entry.actor() : entry.subject(), names));
    }

    private Object detail(Journal.Entry entry) {
        Optional<Command> command = commands.stream().filter(c -> c.key().equals(entry.detail())).findFirst();
        return entry.what().equals("refused") && command.isPresent() ? command.get() : entry.detail();
    }

    private static Object named(@Nullable Long person, LongFunction<Object> names) {
        return person == null ? Line.of("groups.journal.somebody") : names.apply(person);
    }

    private Object name(long group, long person) {
        Optional<Words> name = people.byId(person).map(Person::name).filter(n -> !n.isEmpty());
        if (name.isPresent()) {
            return name.get();
        }
        return groups.member(group, person)
                .map(member -> Line.of("groups.member.unnamed", String.valueOf(member.number())))
                .orElseGet(() -> Line.of("groups.journal.somebody"));
    }
}
