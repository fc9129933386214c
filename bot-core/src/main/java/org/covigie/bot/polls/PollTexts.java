package org.covigie.bot.polls;

import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Quote;

/** What a poll looks like as a text of ours. */
final class PollTexts {
    private static final int LONGEST_BUTTON = 40;

    private PollTexts() {}

    /** The question and its numbered options. */
    static Line asked(PollRow row, Ballot ballot) {
        Line line = Line.of("polls.text.title", String.valueOf(row.number)).then("polls.text.question",
                new Quote(ballot.question()));
        for (int i = 0; i < ballot.options().size(); i++) {
            line = line.then("polls.text.option", String.valueOf(i + 1), ballot.options().get(i));
        }
        return line;
    }

    /** The same with how to answer, and as many buttons as the channel shows. */
    static Line open(PollRow row, Ballot ballot, int buttons) {
        Line line = asked(row, ballot);
        if (row.several) {
            line = line.then("polls.text.several");
        }
        line = line.then(row.anonymous ? "polls.text.anonymous" : "polls.text.named");
        if (buttons < ballot.options().size()) {
            line = line.then("polls.text.how", String.valueOf(row.number));
        }
        return vote(line, row, ballot, buttons);
    }

    /** A button for each option, as far as the channel shows them. */
    static Line vote(Line line, PollRow row, Ballot ballot, int buttons) {
        Line with = line;
        for (int i = 0; i < Math.min(buttons, ballot.options().size()); i++) {
            with = with.choices(Line.Choice.command("polls.text.option", "/voter " + row.number + " " + (i + 1),
                    String.valueOf(i + 1), Polls.shortened(ballot.options().get(i), LONGEST_BUTTON)));
        }
        return with;
    }

    /** What somebody chose, as one argument of a sentence. */
    static String chosen(Ballot ballot, List<Integer> choices) {
        List<String> words = new ArrayList<>();
        for (Integer choice : choices) {
            words.add(choice < ballot.options().size() ? ballot.options().get(choice) : String.valueOf(choice + 1));
        }
        return String.join(", ", words);
    }
}
