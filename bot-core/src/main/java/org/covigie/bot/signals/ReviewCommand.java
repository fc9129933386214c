package org.covigie.bot.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;

/** What the correspondent's private commands share: drafts are named by their numbers in the group. */
abstract class ReviewCommand implements Command {
    private static final Pattern NUMBERS = Pattern
            .compile("(?:n[°o]\\s?)?\\d{1,6}(?:[\\s,;]+(?:n[°o]\\s?)?\\d{1,6}){0,199}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    final SignalRows rows;

    ReviewCommand(SignalRows rows) {
        this.rows = rows;
    }

    @Override
    public Role needs() {
        return Role.CORRESPONDENT;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    /** The numbers typed, in their order, each once; none when anything but numbers was typed: a guess could publish. */
    static List<Integer> numbers(String args) {
        List<Integer> numbers = new ArrayList<>();
        if (!NUMBERS.matcher(args.strip()).matches()) {
            return numbers;
        }
        Matcher matcher = NUMBER.matcher(args);
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group());
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** What a command does to the one draft that was named. */
    interface OfDraft {
        Answer of(SignalRow row, Signal.Draft draft);
    }

    /** Runs it on the draft whose number was typed; one sentence says why there is none. */
    Answer onDraft(Ask ask, String typed, OfDraft then) {
        List<Integer> numbers = numbers(typed);
        if (numbers.size() != 1) {
            return Answer.privately("signals.which-one", "/" + words().getFirst());
        }
        int number = numbers.getFirst();
        Optional<SignalRow> found = numbered(ask, number);
        if (found.isEmpty()) {
            return Answer.privately(missing(number));
        }
        SignalRow row = found.get();
        return Signal.of(row) instanceof Signal.Draft draft ? then.of(row, draft) : Answer.privately(closed(row));
    }

    Optional<SignalRow> numbered(Ask ask, int number) {
        return rows.findByGroupIdAndNumber(ask.group().id(), number);
    }

    /** The sentence for a signal that is no draft any more. */
    static Line closed(SignalRow row) {
        return Line.of("signals.closed." + row.status.name(), String.valueOf(row.number));
    }

    static Line missing(int number) {
        return Line.of("signals.missing", String.valueOf(number));
    }

    /** The person has the draft in view as it stands now. */
    void seen(SignalRow row, long person) {
        if (rows.seeAgain(row.id, person, row.edition) == 0) {
            rows.see(row.id, person, row.edition);
        }
    }
}
