package org.covigie.bot.groups;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.people.People;
import org.springframework.stereotype.Component;

/** {@code /langue fr|en}: in the group the animator chooses for all, in private everybody for oneself. */
@Component
class ChooseLanguage implements Command {
    private final Groups groups;
    private final People people;
    private final Journal journal;

    ChooseLanguage(Groups groups, People people, Journal journal) {
        this.groups = groups;
        this.people = people;
        this.journal = journal;
    }

    @Override
    public String key() {
        return "language";
    }

    @Override
    public List<String> words() {
        return List.of("langue", "language");
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
    public Answer run(Ask ask) {
        if (ask.inGroup() && !ask.here().holds(Role.ANIMATOR)) {
            return Answer.privately("groups.language.in-private");
        }
        String word = ask.args().toLowerCase(Locale.ROOT);
        Optional<Locale> language = word.length() == 2 || word.startsWith("fran") || word.startsWith("engl")
                ? Languages.known(word)
                : Optional.empty();
        if (language.isEmpty()) {
            return Answer.privately(Line.of("groups.language.which").choices(
                    Line.Choice.command("groups.language.fr", "/langue fr"),
                    Line.Choice.command("groups.language.en", "/langue en")));
        }
        if (!ask.inGroup()) {
            people.speaks(ask.who().id(), language.get());
            return Answer.briefly("groups.language.own." + language.get().getLanguage());
        }
        groups.language(ask.group().id(), language.get());
        journal.note(ask.group().id(), "language", ask.who().id(), null, language.get().getLanguage());
        return Answer.privately("groups.language.group." + language.get().getLanguage());
    }
}
