package org.covigie.bot.polls;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.commands.Quote;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.screening.Advice;
import org.covigie.bot.screening.Screened;
import org.covigie.bot.screening.Screening;
import org.springframework.stereotype.Component;

/** {@code /sondage}: puts a question to the group, at once. */
@Component
class OpenPoll implements Command {
    private final Opening opening;
    private final Screening screening;

    OpenPoll(Opening opening, Screening screening) {
        this.opening = opening;
        this.screening = screening;
    }

    @Override
    public String key() {
        return "poll";
    }

    @Override
    public List<String> words() {
        return List.of("sondage", "poll");
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
        return switch (Wording.read(ask.args())) {
            case Wording.Wrong wrong -> Answer.privately(wrong.why());
            case Wording.Good good -> {
                Screened screened = screening.screen(ask.group().id(), ask.args().strip(), null);
                if (screened.decision() == Decision.HOLD) {
                    // with what was found left out, so that nobody has to write it anew
                    yield Answer.privately(Line.of("polls.wrong.patient", Advice.found(screened.types()))
                            .then("polls.wrong.typed", new Quote("/sondage " + screened.text())));
                }
                PollRow row = opening.open(ask, good);
                String number = String.valueOf(row.number);
                Line line = Line.of(row.anonymous ? "polls.opened.anonymous" : "polls.opened", number);
                Line.Choice close = Line.Choice.command("polls.button.close", "/cloturer " + number);
                yield Answer.privately(row.anonymous
                        ? line.choices(close)
                        : line.choices(Line.Choice.command("polls.button.nudge", "/relancer " + number), close));
            }
        };
    }
}
