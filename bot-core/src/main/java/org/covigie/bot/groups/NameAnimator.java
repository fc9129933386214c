package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /animateur}: the animator hands the role over; a group always has exactly one. */
@Component
class NameAnimator implements Command {
    private final Groups groups;
    private final Journal journal;
    private final Somebody somebody;

    NameAnimator(Groups groups, Journal journal, Somebody somebody) {
        this.groups = groups;
        this.journal = journal;
        this.somebody = somebody;
    }

    @Override
    public String key() {
        return "animator";
    }

    @Override
    public List<String> words() {
        return List.of("animateur", "animator");
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
        if (ask.args().startsWith("-")) {
            return Answer.privately("groups.animator.keep-one");
        }
        return switch (somebody.meant(ask, ask.args())) {
            case Somebody.Nobody nobody -> Answer.privately(nobody.why());
            case Somebody.Found found -> {
                long group = ask.group().id();
                if (found.person().id() == ask.who().id()) {
                    yield Answer.privately("groups.animator.already");
                }
                groups.animator(group, found.person().id());
                journal.note(group, "animator", ask.who().id(), found.person().id(), "");
                yield Answer.inGroup(Line.of("groups.animator.given", somebody.name(group, found.person().id())))
                        .and(Answer.toPerson(found.person().id(), "role",
                                Line.of("groups.welcome.animator", ask.group().title())));
            }
        };
    }
}
