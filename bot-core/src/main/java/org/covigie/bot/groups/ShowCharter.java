package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.settings.HouseSettings;
import org.springframework.stereotype.Component;

/** {@code /charte}: the rules, to the group when the animator asks there, else to the one who asks. */
@Component
class ShowCharter implements Command {
    private final HouseSettings settings;

    ShowCharter(HouseSettings settings) {
        this.settings = settings;
    }

    @Override
    public String key() {
        return "charter";
    }

    @Override
    public List<String> words() {
        return List.of("charte", "charter", "rules");
    }

    @Override
    public Role needs() {
        return Role.ANYONE;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        Line charter = Line.of("charter.text", String.valueOf(settings.drafts().toDays()));
        if (ask.membership() == null) {
            return Answer.privately(charter);
        }
        Line signed = charter.choices(Line.Choice.command("groups.accept.button", "/consentir"),
                Line.Choice.command("groups.refuse.button", "/nepasrelayer"));
        boolean forAll = ask.inGroup() && !ask.pressed() && ask.here().holds(Role.ANIMATOR);
        return forAll ? Answer.inGroup(signed) : Answer.privately(signed);
    }
}
