package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /journal [page]}: what was decided in the group, the latest first; only the animator reads it, alone. */
@Component
class ShowJournal implements Command {
    private static final int PAGE = 15;

    private final Journal journal;
    private final JournalWords words;

    ShowJournal(Journal journal, JournalWords words) {
        this.journal = journal;
        this.words = words;
    }

    @Override
    public String key() {
        return "log";
    }

    @Override
    public List<String> words() {
        return List.of("journal", "log");
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
    public boolean guarded() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        int page = ask.args().matches("[1-9]\\d{0,4}") ? Integer.parseInt(ask.args()) : 1;
        long group = ask.group().id();
        List<Journal.Entry> entries = journal.latest(group, PAGE, page - 1);
        if (entries.isEmpty()) {
            return Answer.inPlace(Line.of(page == 1 ? "groups.journal.empty" : "groups.journal.end"));
        }
        Line line = page == 1
                ? Line.of("groups.journal.title")
                : Line.of("groups.journal.title.page", String.valueOf(page));
        for (Journal.Entry entry : entries) {
            line = line.then("groups.journal.line", entry.at(), words.sentence(group, entry));
        }
        boolean more = !journal.latest(group, 1, PAGE * page).isEmpty();
        return Answer.inPlace(more
                ? line.choices(Line.Choice.command("groups.journal.older", "/journal " + (page + 1)))
                : line);
    }
}
