package org.covigie.bot.commands;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code /aide}: what this person may do here, derived from the commands themselves; with a code, what the code is for. */
@Component
class Help implements Command {
    /** What links carry to the bot: Telegram types {@code /start CODE} for whoever opens one. */
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{8,9}");

    private final Catalogue catalogue;
    private final Channels channels;
    private final ObjectProvider<CodeTaker> takers;

    Help(Catalogue catalogue, Channels channels, ObjectProvider<CodeTaker> takers) {
        this.catalogue = catalogue;
        this.channels = channels;
        this.takers = takers;
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
    public Bare bare() {
        return new Bare(Set.of("start"), false);
    }

    @Override
    public Answer run(Ask ask) {
        if (CODE.matcher(ask.args()).matches()) {
            return takers.orderedStream().flatMap(taker -> taker.take(ask, ask.args()).stream()).findFirst()
                    .orElseGet(() -> Answer.privately("help.code.wrong"));
        }
        Membership membership = ask.membership();
        Line line = membership == null
                ? Line.of("help.title")
                : Line.of("help.title.group", membership.group().title());
        if (membership != null && membership.group().support()) {
            line = line.then("help.support");
        }
        boolean hosted = channels.of(ask.sender().address()).capabilities().hosted();
        for (Command command : catalogue.all().stream().sorted(MenuOfCommands.BY_IMPORTANCE).toList()) {
            boolean elsewhere = ask.place() == Place.PRIVATE && !command.place().contains(Spot.PRIVATE);
            boolean here = ask.place() == Place.PRIVATE
                    ? !elsewhere || membership != null
                    : command.place().contains(Spot.GROUP) || command.place().contains(Spot.REPLY);
            boolean may = command.needs() == Role.ANYONE || (membership != null && membership.holds(command.needs()));
            if (here && may && command != this && command.listed() && (hosted || !command.hosted())) {
                line = line.then(elsewhere ? "help.line.group" : "help.line", command,
                        Line.of("command." + command.key() + ".usage"), Line.of("command." + command.key() + ".help"));
            }
        }
        return Answer.privately(line);
    }
}
