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

/** {@code /relais}: a correspondent hands the role over to another member; the group is told in one message. */
@Component
class HandOver implements Command {
    private final Groups groups;
    private final Journal journal;
    private final Somebody somebody;

    HandOver(Groups groups, Journal journal, Somebody somebody) {
        this.groups = groups;
        this.journal = journal;
        this.somebody = somebody;
    }

    @Override
    public String key() {
        return "handover";
    }

    @Override
    public List<String> words() {
        return List.of("relais", "handover");
    }

    @Override
    public Role needs() {
        return Role.CORRESPONDENT;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY, Spot.GROUP);
    }

    @Override
    public Carries carries() {
        return Carries.NAME;
    }

    @Override
    public Answer run(Ask ask) {
        return switch (somebody.meant(ask, ask.args())) {
            case Somebody.Nobody nobody -> Answer.privately(nobody.why());
            case Somebody.Found found -> {
                long group = ask.group().id();
                if (found.person().id() == ask.who().id()) {
                    yield Answer.privately("groups.handover.self");
                }
                groups.handOver(group, ask.who().id(), found.person().id());
                journal.note(group, "handover", ask.who().id(), found.person().id(), "");
                yield Answer.inGroup(Line.of("groups.handover", somebody.name(group, ask.who().id()),
                        somebody.name(group, found.person().id())))
                        .and(Answer.toPerson(found.person().id(), "role",
                                Line.of("groups.correspondent.welcome", ask.group().title())));
            }
        };
    }
}
