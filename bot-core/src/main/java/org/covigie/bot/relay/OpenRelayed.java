package org.covigie.bot.relay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Founding;
import org.covigie.bot.groups.Hosting;
import org.springframework.stereotype.Component;

/** {@code /relaye nom}: opens a relayed group, whose author animates it. */
@Component
class OpenRelayed implements Command {
    private static final int LONGEST = 60;

    private final Routes routes;
    private final Roles roles;
    private final Founding founding;
    private final Greetings greetings;

    OpenRelayed(Routes routes, Roles roles, Founding founding, Greetings greetings) {
        this.routes = routes;
        this.roles = roles;
        this.founding = founding;
        this.greetings = greetings;
    }

    @Override
    public String key() {
        return "relay";
    }

    @Override
    public List<String> words() {
        return List.of("relaye", "relay");
    }

    @Override
    public Role needs() {
        return Role.ANYONE;
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
        if (!routes.hosted(ask.who().address())) {
            return Answer.privately("relay.not-here");
        }
        String title = ask.args().replaceAll("\\s+", " ").strip();
        if (title.isEmpty()) {
            return Answer.privately("relay.open.name");
        }
        if (title.length() > LONGEST) {
            return Answer.privately("relay.open.long", LONGEST);
        }
        boolean taken = roles.of(ask.who().id()).stream()
                .anyMatch(m -> m.group().title().equalsIgnoreCase(title));
        if (taken) {
            return Answer.privately("relay.open.taken", title);
        }
        Optional<Line> refusal = founding.refusal(ask.who().id());
        if (refusal.isPresent()) {
            return Answer.privately(refusal.get());
        }
        Locale language = Languages.of(ask.who(), ask.sender().language(), null);
        GroupInfo group = founding.found(ask.who(), title, Hosting.RELAYED, null, language);
        return group.locked()
                ? Answer.privately("relay.open.code", title)
                : Answer.privately(greetings.founder(group));
    }
}
