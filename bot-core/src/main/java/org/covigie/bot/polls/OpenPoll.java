package org.covigie.bot.polls;

import java.util.List;
import java.util.Locale;
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
import org.covigie.bot.screening.Beside;
import org.covigie.bot.screening.Screened;
import org.covigie.bot.screening.Screening;
import org.springframework.stereotype.Component;

/** {@code /sondage}: puts a question to the group, at once. */
@Component
class OpenPoll implements Command {
    private static final Set<String> AS_IT_IS = Set.of("tel", "asis");

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
        // « tel » before the question: it points to nobody, whatever the check thinks
        String[] first = ask.args().strip().split("\\s+", 2);
        boolean vouched = first.length == 2 && AS_IT_IS.contains(first[0].toLowerCase(Locale.ROOT));
        String typed = vouched ? first[1] : ask.args().strip();
        return switch (Wording.read(typed)) {
            case Wording.Wrong wrong -> Answer.privately(wrong.why());
            case Wording.Good good -> {
                Screened.Part found = screening.screen(Beside.nothing(ask.group().id()), typed, null).text();
                boolean never = found.findings().size() > found.doubts().size();
                if (found.decision() == Decision.HOLD && (never || !vouched)) {
                    // with what was found left out, so that nobody has to write it anew
                    Line line = Line.of("polls.wrong.patient", Advice.found(found.types()))
                            .then("polls.wrong.typed", new Quote("/sondage " + found.masked()));
                    yield Answer.privately(never ? line : line.then("polls.wrong.patient.not"));
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
