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

/** {@code /correspondant}: the animator gives the role of correspondent, or takes it with a minus sign. */
@Component
class NameCorrespondent implements Command {
    private final Groups groups;
    private final Journal journal;
    private final Somebody somebody;

    NameCorrespondent(Groups groups, Journal journal, Somebody somebody) {
        this.groups = groups;
        this.journal = journal;
        this.somebody = somebody;
    }

    @Override
    public String key() {
        return "correspondent";
    }

    @Override
    public List<String> words() {
        return List.of("correspondant", "correspondent");
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
                boolean holds = groups.member(group, found.person().id()).filter(m -> m.holds(Role.CORRESPONDENT))
                        .isPresent();
                if (holds != takes) {
                    yield Answer.privately(takes ? "groups.correspondent.is-not" : "groups.correspondent.is-already",
                            somebody.name(group, found.person().id()));
                }
                groups.correspondent(group, found.person().id(), !takes);
                journal.note(group, takes ? "correspondent-taken" : "correspondent-given", ask.who().id(),
                        found.person().id(), "");
                Object name = somebody.name(group, found.person().id());
                Answer told = Answer.inGroup(
                        Line.of(takes ? "groups.correspondent.taken" : "groups.correspondent.given", name));
                yield takes
                        ? told
                        : told.and(Answer.toPerson(found.person().id(), "role",
                                Line.of("groups.correspondent.welcome" + where(group), ask.group().title())));
            }
        };
    }

    /** How one tags depends on where the group lives. */
    private String where(long group) {
        return groups.find(group).map(Group::hosting).filter(hosting -> hosting != Hosting.NATIVE)
                .map(hosting -> "." + hosting.name()).orElse("");
    }
}
