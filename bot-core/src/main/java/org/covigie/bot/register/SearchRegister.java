package org.covigie.bot.register;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    private static final int A_ROW = 3;

    private final Register register;
    private final Corroborations corroborations;
    private final ZoneId zone;

    SearchRegister(Register register, Corroborations corroborations, HouseSettings settings) {
        this.corroborations = corroborations;
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
    public boolean personal() {
        return true;
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
        Map<UUID, Confirmed> confirmed = corroborations.of(found.items().stream().map(SignalDocument::id).toList());
        Line line = Line.of("search.found", found.total());
        List<Line.Choice> buttons = new ArrayList<>();
        for (SignalDocument signal : found.items()) {
            int number = buttons.size() + 1;
            line = line.then(shown(signal, number, confirmed.getOrDefault(signal.id(), Confirmed.NONE)));
            buttons.add(Line.Choice.command("search.metoo", "/moiaussi " + signal.id(), number));
        }
        if (ask.membership() != null) {
            line = line.choices(buttons.subList(0, Math.min(A_ROW, buttons.size())));
            line = line.choices(buttons.subList(Math.min(A_ROW, buttons.size()), buttons.size()));
        }
        return Answer.privately(line);
    }

    private Line shown(SignalDocument signal, int number, Confirmed confirmed) {
        LocalDate day = LocalDate.ofInstant(Objects.requireNonNullElse(signal.publishedAt(), signal.taggedAt()), zone);
        Line line = Line.of("search.one", signal.kind(), day, new Words(FirstWords.of(signal.text())),
                number);
        int solutions = signal.kind() == Kind.PROBLEM ? register.linked(signal).size() : 0;
        if (solutions > 0) {
            line = line.then("search.solutions", solutions);
        }
        if (confirmed.total() > 0) {
            line = line.then("search.confirmed", confirmed.total());
        }
        SignalDocument.AtPlatform platform = signal.platform();
        String url = platform == null ? null : platform.url();
        return url == null ? line : line.then("search.link", url);
    }
}
