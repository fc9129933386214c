package org.covigie.bot.commands;

import java.util.List;
import java.util.Set;
import org.covigie.bot.messaging.Place;
import org.springframework.stereotype.Component;

/** {@code /aide}: what this person may do here, derived from the commands themselves. */
@Component
class Help implements Command {
    private final Catalogue catalogue;

    Help(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String key() {
        return "help";
    }

    @Override
    public List<String> words() {
        return List.of("aide", "help", "start");
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
        Membership membership = ask.membership();
        Line line = membership == null
                ? Line.of("help.title")
                : Line.of("help.title.group", membership.group().title());
        if (membership != null && membership.group().support()) {
            line = line.then("help.support");
        }
        for (Command command : catalogue.all().stream().sorted(MenuOfCommands.BY_IMPORTANCE).toList()) {
            boolean elsewhere = ask.place() == Place.PRIVATE && !command.place().contains(Spot.PRIVATE);
            boolean here = ask.place() == Place.PRIVATE
                    ? !elsewhere || membership != null
                    : command.place().contains(Spot.GROUP) || command.place().contains(Spot.REPLY);
            boolean may = command.needs() == Role.ANYONE || (membership != null && membership.holds(command.needs()));
            if (here && may && command != this) {
                line = line.then(elsewhere ? "help.line.group" : "help.line", command,
                        Line.of("command." + command.key() + ".usage"), Line.of("command." + command.key() + ".help"));
            }
        }
        return Answer.privately(line);
    }
}
