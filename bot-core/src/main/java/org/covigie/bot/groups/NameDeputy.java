package org.covigie.bot.groups;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /adjoint}: the animator names a deputy, who decides on enrolment as well, or takes the role with a minus sign. */
@Component
class NameDeputy implements Command {
    private final Groups groups;
    private final Journal journal;
    private final Somebody somebody;

    NameDeputy(Groups groups, Journal journal, Somebody somebody) {
        this.groups = groups;
        this.journal = journal;
        this.somebody = somebody;
    }

    @Override
    public String key() {
        return "deputy";
    }

    @Override
    public List<String> words() {
        return List.of("adjoint", "deputy");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY, Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Carries carries() {
        return Carries.NAME;
    }

    @Override
    public Answer run(Ask ask) {
        boolean takes = ask.args().startsWith("-");
        return switch (somebody.meant(ask, takes ? ask.args().substring(1) : ask.args())) {
            case Somebody.Nobody nobody -> Answer.privately(nobody.why());
            case Somebody.Found found -> {
                long group = ask.group().id();
                long person = found.person().id();
                Optional<Member> member = groups.member(group, person);
                Object name = somebody.name(group, person);
                if (member.filter(m -> m.holds(Role.ANIMATOR)).isPresent()) {
                    yield Answer.privately("groups.deputy.animates", name);
                }
                if (member.filter(m -> m.holds(Role.DEPUTY)).isPresent() != takes) {
                    yield Answer.privately(takes ? "groups.deputy.is-not" : "groups.deputy.is-already", name);
                }
                groups.deputy(group, person, !takes);
                journal.note(group, takes ? "deputy-taken" : "deputy-given", ask.who().id(), person, "");
                yield Answer.inGroup(Line.of(takes ? "groups.deputy.taken" : "groups.deputy.given",
                        somebody.name(group, person)))
                        .and(Answer.toPerson(person, "role",
                                Line.of(takes ? "groups.deputy.goodbye" : "groups.deputy.welcome",
                                        ask.group().title())));
            }
        };
    }
}
