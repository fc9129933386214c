package org.covigie.bot.synthesis;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/**
 * {@code /syntheses oui | non}: whether syntheses are announced in this group; {@code /syntheses épingler | ne pas épingler}:
 * whether they are kept at its top. Alone it says what holds.
 */
@Component
class SwitchSyntheses implements Command {
    private static final Set<String> PIN = Set.of("epingler", "pin");
    private static final Set<String> NOT_PIN = Set.of("ne pas epingler", "desepingler", "don't pin", "don’t pin",
            "do not pin", "unpin");

    private final SynthesisStore store;
    private final Pinning pinning;
    private final Journal journal;

    SwitchSyntheses(SynthesisStore store, Pinning pinning, Journal journal) {
        this.store = store;
        this.pinning = pinning;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "syntheses";
    }

    @Override
    public List<String> words() {
        return List.of("syntheses", "announcements");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        long group = ask.group().id();
        ask.yesOrNo().ifPresent(announces -> {
            store.silent(group, !announces);
            journal.note(group, announces ? "syntheses-on" : "syntheses-off", ask.who().id(), null, "");
        });
        String typed = ask.folded();
        boolean possible = pinning.possible(ask.group());
        if (PIN.contains(typed) || NOT_PIN.contains(typed)) {
            if (!possible) {
                return Answer.privately("synthesis.pin.impossible");
            }
            boolean pins = PIN.contains(typed);
            pinning.choose(group, pins);
            journal.note(group, pins ? "syntheses-pinned" : "syntheses-not-pinned", ask.who().id(), null, "");
        }
        if (store.silent(group)) {
            return Answer.privately("synthesis.off");
        }
        Line on = Line.of("synthesis.on");
        return Answer.privately(possible
                ? on.then(pinning.chosen(group) ? "synthesis.pin.on" : "synthesis.pin.off")
                : on);
    }
}
