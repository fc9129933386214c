package org.covigie.bot.register;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.people.Words;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.springframework.stereotype.Component;

/**
 * {@code /chercher mots}: the five published signals that answer best, and how many solutions a problem has. To the asker
 * alone, in a group too. What was sought is not kept, nor is who sought it.
 */
@Component
class SearchRegister implements Command {
    private static final int MOST = 5;

    private final Register register;
    private final ZoneId zone;

    SearchRegister(Register register, HouseSettings settings) {
        this.register = register;
        this.zone = settings.zone();
    }

    @Override
    public String key() {
        return "search";
    }

    @Override
    public List<String> words() {
        return List.of("chercher", "search");
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
        Sought sought = Sought.words(ask.args());
        if (sought.words().isEmpty()) {
            return Answer.privately("search.words");
        }
        Register.Found found = register.find(sought, Register.Order.BEST, 0, MOST);
        if (found.total() == 0) {
            return Answer.privately("search.none");
        }
        Line line = Line.of("search.found", found.total());
        for (SignalDocument signal : found.items()) {
            line = line.then(shown(signal));
        }
        return Answer.privately(line);
    }

    private Line shown(SignalDocument signal) {
        LocalDate day = LocalDate.ofInstant(Objects.requireNonNullElse(signal.publishedAt(), signal.taggedAt()), zone);
        Line line = Line.of("search.one", signal.kind(), day, new Words(FirstWords.of(signal.text())));
        int solutions = signal.kind() == Kind.PROBLEM ? register.linked(signal).size() : 0;
        if (solutions > 0) {
            line = line.then("search.solutions", solutions);
        }
        SignalDocument.AtPlatform platform = signal.platform();
        String url = platform == null ? null : platform.url();
        return url == null ? line : line.then("search.link", url);
    }
}
