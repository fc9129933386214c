package org.covigie.bot.signals;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.springframework.stereotype.Component;

/** {@code /ecarter N…}: drafts leave the queue; they are kept until retention ends. */
@Component
class DiscardDrafts extends ReviewCommand {
    private final InstantSource clock;

    DiscardDrafts(SignalRows rows, InstantSource clock) {
        super(rows);
        this.clock = clock;
    }

    @Override
    public String key() {
        return "discard";
    }

    @Override
    public List<String> words() {
        return List.of("ecarter", "discard");
    }

    @Override
    public Answer run(Ask ask) {
        List<Integer> numbers = numbers(ask.args());
        if (numbers.isEmpty()) {
            return Answer.privately("signals.which", "/ecarter");
        }
        List<String> done = new ArrayList<>();
        Line others = Line.empty();
        for (int number : numbers) {
            Optional<SignalRow> row = numbered(ask, number);
            if (row.isEmpty()) {
                others = others.then(missing(number));
            } else if (Signal.of(row.get()) instanceof Signal.Draft draft) {
                draft.discard(clock.instant());
                done.add(String.valueOf(number));
            } else {
                others = others.then(closed(row.get()));
            }
        }
        Line line = done.isEmpty() ? Line.empty() : Line.of("discard.done", done.size(), String.join(", ", done));
        return Answer.inPlace(line.then(others));
    }
}
