package org.covigie.bot.synthesis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/** {@code /syntheses oui | non}: whether syntheses are announced in this group. Alone it says what holds. */
@Component
class SwitchSyntheses implements Command {
    private static final Set<String> YES = Set.of("oui", "yes", "on", "+");
    private static final Set<String> NO = Set.of("non", "no", "off", "-");

    private final SynthesisStore store;
    private final Journal journal;

    SwitchSyntheses(SynthesisStore store, Journal journal) {
        this.store = store;
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
        String typed = ask.args().strip().toLowerCase(Locale.ROOT);
        if (YES.contains(typed) || NO.contains(typed)) {
            store.silent(group, NO.contains(typed));
            journal.note(group, NO.contains(typed) ? "syntheses-off" : "syntheses-on", ask.who().id(), null, "");
        }
        return Answer.privately(store.silent(group) ? "synthesis.off" : "synthesis.on");
    }
}
