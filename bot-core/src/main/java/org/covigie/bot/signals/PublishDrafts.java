package org.covigie.bot.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.springframework.stereotype.Component;

/** {@code /publier N… | tout}: sends to the platform what may go; says what may not, and why. */
@Component
class PublishDrafts extends ReviewCommand {
    private static final Set<String> ALL = Set.of("tout", "tous", "toutes", "all");

    private final Signals signals;

    PublishDrafts(SignalRows rows, Signals signals) {
        super(rows);
        this.signals = signals;
    }

    @Override
    public String key() {
        return "publish";
    }

    @Override
    public List<String> words() {
        return List.of("publier", "publish");
    }

    @Override
    public Answer run(Ask ask) {
        String args = ask.args().strip().toLowerCase(Locale.ROOT);
        if (ALL.contains(args)) {
            List<SignalRow> drafts = rows.findByGroupIdAndStatusOrderByNumber(ask.group().id(), Status.DRAFT);
            return drafts.isEmpty() ? Answer.inPlace(Line.of("drafts.none")) : send(ask, drafts, Line.empty());
        }
        List<Integer> numbers = numbers(args);
        if (numbers.isEmpty()) {
            return Answer.privately("signals.which", "/publier");
        }
        List<SignalRow> drafts = new ArrayList<>();
        Line others = Line.empty();
        for (int number : numbers) {
            Optional<SignalRow> row = numbered(ask, number);
            if (row.isEmpty()) {
                others = others.then(missing(number));
            } else if (row.get().status != Status.DRAFT) {
                others = others.then(closed(row.get()));
            } else {
                drafts.add(row.get());
            }
        }
        return send(ask, drafts, others);
    }

    private Answer send(Ask ask, List<SignalRow> drafts, Line others) {
        Signals.Sending sending = signals.publishAll(drafts, ask.who().id());
        Line line = Line.empty();
        if (!sending.going().isEmpty()) {
            line = line.then("publish.sending", sending.going().size(),
                    String.join(", ", sending.going().stream().map(row -> String.valueOf(row.number)).toList()));
        }
        for (SignalRow held : sending.held()) {
            List<PublishingRules.Rule> broken = PublishingRules.broken(held);
            Line why = Line.of(broken.getFirst().key());
            for (PublishingRules.Rule rule : broken.subList(1, broken.size())) {
                why = Line.of("publish.held.and", why, Line.of(rule.key()));
            }
            String number = String.valueOf(held.number);
            line = line.then("publish.held", number, why);
            if (broken.equals(List.of(PublishingRules.MEDIA_LOOKED_AT))) {
                line = line.then("draft.media-question").choices(
                        Line.Choice.command("publish.button.nothing-visible", "/rienvisible " + number, number),
                        Line.Choice.command("signals.button.show", "/voir " + number, number));
            }
        }
        return Answer.inPlace(line.then(others));
    }
}
