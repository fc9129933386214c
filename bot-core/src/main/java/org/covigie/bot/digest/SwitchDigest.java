package org.covigie.bot.digest;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/** {@code /bilan oui | non}: whether the animator is told each Monday what became of the week. Alone it says what holds. */
@Component
class SwitchDigest implements Command {
    private final DigestStore store;
    private final Journal journal;

    SwitchDigest(DigestStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "weekly";
    }

    @Override
    public List<String> words() {
        return List.of("bilan", "weekly");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        long group = ask.group().id();
        ask.yesOrNo().ifPresent(wanted -> {
            store.silent(group, !wanted);
            journal.note(group, wanted ? "weekly-on" : "weekly-off", ask.who().id(), null, "");
        });
        return Answer.privately(store.silent(group) ? "weekly.off" : "weekly.on", ask.group().title());
    }
}
