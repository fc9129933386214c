package org.covigie.bot.mail;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Bare;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /desabonner}: no more syntheses by mail. Also for whoever has left every group since. */
@Component
class Unsubscribe implements Command {
    private final Subscriptions subscriptions;
    private final MailSettings settings;

    Unsubscribe(Subscriptions subscriptions, MailSettings settings) {
        this.subscriptions = subscriptions;
        this.settings = settings;
    }

    @Override
    public String key() {
        return "unsubscribe";
    }

    @Override
    public List<String> words() {
        return List.of("desabonner", "unsubscribe");
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
    public boolean meets() {
        return false;
    }

    @Override
    public Bare bare() {
        return new Bare(Set.of("desabonner", "unsubscribe"), false);
    }

    @Override
    public Answer run(Ask ask) {
        if (!ask.who().isStranger() && subscriptions.leave(ask.who().id())) {
            return Answer.privately("mail.left");
        }
        return Answer.privately(settings.on() ? "mail.nothing-to-leave" : "mail.none");
    }
}
