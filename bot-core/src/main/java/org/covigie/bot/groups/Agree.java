package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /consentir}: a member accepts the charter and agrees that own messages be relayed. */
@Component
class Agree implements Command {
    private final Groups groups;

    Agree(Groups groups) {
        this.groups = groups;
    }

    @Override
    public String key() {
        return "consent";
    }

    @Override
    public List<String> words() {
        return List.of("consentir", "consent");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Bare bare() {
        return new Bare(Set.of("consentir", "consent"), false);
    }

    @Override
    public Answer run(Ask ask) {
        int version = groups.charterVersion(ask.group().id());
        if (!ask.args().isBlank() && !ask.args().strip().equals(String.valueOf(version))) {
            // the button stands under another version than the one in force
            return Answer.privately(groups.charter(ask.group()).choices(
                    Line.Choice.command("groups.accept.button", "/consentir " + version),
                    Line.Choice.command("groups.refuse.button", "/nepasrelayer")));
        }
        groups.consent(ask.group().id(), ask.who().id(), true);
        return Answer.briefly("groups.consent.given");
    }
}
