package org.covigie.bot.groups;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /charte}: the rules, to the group when the animator asks there, else to the one who asks. */
@Component
class ShowCharter implements Command {
    /** What some look for under this word; each is a command of its own, with a role of its own. */
    private static final Map<String, Set<String>> OTHERS = Map.of("edit", Set.of("modifier", "edit"), "publish",
            Set.of("publier", "publish"), "drop", Set.of("abandonner", "drop"), "default",
            Set.of("defaut", "default"));

    private final Groups groups;
    private final Charters charters;

    ShowCharter(Groups groups, Charters charters) {
        this.groups = groups;
        this.charters = charters;
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
        String first = BranchName.fold(ask.args()).split(" ")[0];
        for (Map.Entry<String, Set<String>> other : OTHERS.entrySet()) {
            if (other.getValue().contains(first)) {
                return Answer.privately("groups.charter.use." + other.getKey());
            }
        }
        if (ask.membership() == null) {
            return Answer.privately(charters.ofTheHouse());
        }
        Line charter = groups.charter(ask.group());
        Line signed = charter.choices(Line.Choice.command("groups.accept.button",
                "/consentir " + groups.charterVersion(ask.group().id())),
                Line.Choice.command("groups.refuse.button", "/nepasrelayer"));
        boolean forAll = ask.inGroup() && !ask.pressed() && ask.here().holds(Role.ANIMATOR);
        return forAll ? Answer.inGroup(signed) : Answer.privately(signed);
    }
}
