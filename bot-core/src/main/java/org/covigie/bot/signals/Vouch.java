package org.covigie.bot.signals;

import java.util.List;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Journal;
import org.springframework.stereotype.Component;

/**
 * {@code /accord N}: where nobody can tell the bot who wrote a message, so that its author cannot be asked, the correspondent
 * states that the author agrees. The group's journal says who did.
 */
@Component
class Vouch extends ReviewCommand {
    private final Journal journal;

    Vouch(SignalRows rows, Journal journal) {
        super(rows);
        this.journal = journal;
    }

    @Override
    public String key() {
        return "vouch";
    }

    @Override
    public List<String> words() {
        return List.of("accord", "vouch");
    }

    @Override
    public Answer run(Ask ask) {
        return onDraft(ask, ask.args(), (row, draft) -> vouched(ask, row, draft));
    }

    private Answer vouched(Ask ask, SignalRow row, Signal.Draft draft) {
        String number = String.valueOf(row.number);
        if (row.authorId != null) {
            return Answer.privately("signals.vouch.known", number);
        }
        if (!row.authorConsent) {
            return Answer.privately("signals.vouch.already", number);
        }
        draft.agreed();
        journal.note(ask.group().id(), "vouched", ask.who().id(), null, number);
        Line line = Line.of("signals.vouched", number);
        return Answer.inPlace(PublishingRules.broken(row).isEmpty()
                ? line.choices(Line.Choice.command("draft.button.publish", "/publier " + number))
                : line.choices(Line.Choice.command("signals.button.show", "/voir " + number, number)));
    }
}
