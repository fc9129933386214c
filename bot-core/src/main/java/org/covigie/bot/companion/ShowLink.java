package org.covigie.bot.companion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Groups;
import org.springframework.stereotype.Component;

/** {@code /lien}: the link into a companion group, for members who have accepted its charter. */
@Component
class ShowLink implements Command {
    private final Groups groups;
    private final Companions companions;

    ShowLink(Groups groups, Companions companions) {
        this.groups = groups;
        this.companions = companions;
    }

    @Override
    public String key() {
        return "grouplink";
    }

    @Override
    public List<String> words() {
        // the English word for a link is taken by that which links two drafts
        return List.of("lien", "grouplink");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public boolean hosted() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        long group = ask.group().id();
        Optional<String> link = companions.is(group) ? groups.link(group) : Optional.empty();
        if (link.isEmpty()) {
            return Answer.privately("companion.link.none", ask.group().title());
        }
        if (!ask.here().holds(Role.ANIMATOR) && !groups.acceptedCharter(group, ask.who().id())) {
            return Answer.privately(groups.charter(ask.group()).then("companion.link.charter")
                    .choices(Line.Choice.command("groups.accept.button",
                            "/consentir " + groups.charterVersion(group))));
        }
        return Answer.privately("companion.link", ask.group().title(), link.get());
    }
}
