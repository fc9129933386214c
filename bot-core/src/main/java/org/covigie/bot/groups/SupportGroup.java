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

/** {@code /entraide}: the group becomes one where nothing is collected; {@code /entraide non} makes it collect again. */
@Component
class SupportGroup implements Command {
    private static final Set<String> BACK = Set.of("non", "no", "off", "-");

    private final Groups groups;

    SupportGroup(Groups groups) {
        this.groups = groups;
    }

    @Override
    public String key() {
        return "support";
    }

    @Override
    public List<String> words() {
        return List.of("entraide", "support");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP);
    }

    @Override
    public Answer run(Ask ask) {
        boolean collects = BACK.contains(ask.args().toLowerCase(java.util.Locale.ROOT));
        if (ask.group().support() != collects) {
            return Answer.privately("groups.support.already");
        }
        groups.purpose(ask.group().id(), collects ? Purpose.COLLECT : Purpose.SUPPORT);
        return Answer.inGroup(Line.of(collects ? "groups.support.off" : "groups.support.on"));
    }
}
