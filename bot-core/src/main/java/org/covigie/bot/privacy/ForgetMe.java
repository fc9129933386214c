package org.covigie.bot.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /oubliezmoi}: erases what is kept about the one who asks, after a confirmation. */
@Component
class ForgetMe implements Command {
    private final Rooms rooms;

    ForgetMe(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public String key() {
        return "forgetme";
    }

    @Override
    public List<String> words() {
        return List.of("oubliezmoi", "forgetme", "oubliemoi");
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
    public Answer run(Ask ask) {
        if (ask.who().isStranger()) {
            return Answer.privately("privacy.nothing");
        }
        long person = ask.who().id();
        Optional<String> hindrance = rooms.hindrance(person);
        if (hindrance.isPresent()) {
            return Answer.privately(hindrance.get());
        }
        if (!ask.yesOrNo().orElse(false)) {
            return Answer.privately(Line.of("privacy.forget.confirm")
                    .choices(Line.Choice.command("privacy.forget.yes", "/oubliezmoi oui")));
        }
        rooms.forget(person);
        return Answer.inPlace(Line.of("privacy.forget.done"));
    }
}
