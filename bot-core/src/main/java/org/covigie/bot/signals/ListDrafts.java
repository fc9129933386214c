package org.covigie.bot.signals;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /brouillons}: the queue of the group. */
@Component
class ListDrafts extends ReviewCommand {
    private static final int SHOWN = 20;

    private final InstantSource clock;

    ListDrafts(SignalRows rows, InstantSource clock) {
        super(rows);
        this.clock = clock;
    }

    @Override
    public String key() {
        return "drafts";
    }

    @Override
    public List<String> words() {
        return List.of("brouillons", "drafts", "b");
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        List<SignalRow> drafts = rows.findByGroupIdAndStatusOrderByNumber(ask.group().id(), Status.DRAFT);
        if (drafts.isEmpty()) {
            return Answer.privately("drafts.none");
        }
        Line line = Line.of("drafts.title", drafts.size());
        for (SignalRow row : drafts.subList(0, Math.min(SHOWN, drafts.size()))) {
            line = line.then(DraftCard.brief(row, clock.instant()));
        }
        if (drafts.size() > SHOWN) {
            line = line.then("drafts.more", drafts.size() - SHOWN);
        }
        return Answer.privately(buttons(line, drafts));
    }

    /** A button for each of the first eight drafts, and one for all that may go. */
    static Line buttons(Line line, List<SignalRow> drafts) {
        List<Line.Choice> row = new ArrayList<>();
        for (SignalRow draft : drafts.subList(0, Math.min(8, drafts.size()))) {
            row.add(Line.Choice.command("drafts.button.show", "/voir " + draft.number, String.valueOf(draft.number)));
            if (row.size() == 4) {
                line = line.choices(row);
                row = new ArrayList<>();
            }
        }
        line = line.choices(row);
        long ready = drafts.stream().filter(draft -> PublishingRules.broken(draft).isEmpty()).count();
        return ready == 0
                ? line
                : line.choices(Line.Choice.command("drafts.button.publish-all", "/publier tout", ready));
    }
}
