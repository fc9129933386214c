package org.covigie.bot.companion;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.messaging.Channels;
import org.springframework.stereotype.Component;

/** {@code /compagnon nom lien}: registers a group of the platform's by the link into it; whoever does so animates it. */
@Component
class RegisterCompanion implements Command {
    private final Links links;
    private final Channels channels;

    RegisterCompanion(Links links, Channels channels) {
        this.links = links;
        this.channels = channels;
    }

    @Override
    public String key() {
        return "companion";
    }

    @Override
    public List<String> words() {
        return List.of("compagnon", "companion");
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
        String typed = ask.args().strip().replaceAll("\\s+", " ");
        String link = typed.substring(typed.lastIndexOf(' ') + 1);
        String name = typed.substring(0, typed.length() - link.length()).replaceAll("^[\\s«\"“]+|[\\s»\"”]+$", "");
        if (typed.isEmpty()) {
            return Answer.privately("companion.how");
        }
        if (!channels.of(ask.sender().address()).invitesInto(link)) {
            return Answer.privately(link.contains("://") ? "companion.link.wrong" : "companion.link.missing");
        }
        if (name.isEmpty()) {
            return Answer.privately("companion.name.missing");
        }
        return Answer.privately(links.register(ask.who(), name, link,
                Languages.of(ask.who(), ask.sender().language(), null)));
    }
}
