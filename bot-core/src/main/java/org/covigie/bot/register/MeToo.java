package org.covigie.bot.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /moiaussi} and a signal's id, mostly by the button under what was found: one has met the same. Again takes it back. */
@Component
class MeToo implements Command {
    private final Corroborations corroborations;

    MeToo(Corroborations corroborations) {
        this.corroborations = corroborations;
    }

    @Override
    public String key() {
        return "metoo";
    }

    @Override
    public List<String> words() {
        return List.of("moiaussi", "metoo");
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
    public boolean personal() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        return signal(ask.args().strip()).map(id -> switch (corroborations.say(id, ask.who())) {
            case COUNTED -> Answer.briefly("metoo.counted");
            case TAKEN_BACK -> Answer.briefly("metoo.taken-back");
            case OWN -> Answer.briefly("metoo.own");
            case UNKNOWN -> Answer.briefly("metoo.unknown");
        }).orElseGet(() -> Answer.privately("metoo.how"));
    }

    /** The id, or an address that ends with it. */
    private static Optional<UUID> signal(String typed) {
        try {
            return Optional.of(UUID.fromString(typed.substring(typed.lastIndexOf('/') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
