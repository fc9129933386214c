package org.covigie.bot.polls;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Drafting;
import org.springframework.stereotype.Component;

/** {@code /sondagebrouillon}: makes a draft of the result of a poll. */
@Component
class DraftResult implements Command {
    private static final Pattern ARGS = Pattern.compile("(\\d{1,6})\\s+([psfw])", Pattern.CASE_INSENSITIVE);

    private final Polls polls;
    private final Results results;
    private final Drafting drafting;

    DraftResult(Polls polls, Results results, Drafting drafting) {
        this.polls = polls;
        this.results = results;
        this.drafting = drafting;
    }
    @Override
    public String key() {
        return "polldraft";
    }

    @Override
    public List<String> words() {
        return List.of("sondagebrouillon", "polldraft");
    }

    @Override
    public Role needs() {
        return Role.CORRESPONDENT;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public Answer run(Ask ask) {
        Matcher args = ARGS.matcher(ask.args().strip());
        if (!args.matches()) {
            return Answer.privately("polls.draft.how");
        }
        if (ask.group().support()) {
            return Answer.privately("signals.support");
        }
        String number = args.group(1);
        PollRow row = polls.numbered(ask.group().id(), Integer.parseInt(number)).orElse(null);
        if (row == null) {
            return Answer.privately("polls.no-number", number);
        }
        Ballot ballot = polls.ballot(row);
        Tally tally = row.counts == null ? null : Tally.read(row.counts, ballot.options().size()).orElse(null);
        if (tally == null) {
            return Answer.privately("polls.draft.no-result", number);
        }
        Drafting.Drafted made = drafting.draft(ask.group(), kind(args.group(2)),
                results.words(ask.group(), ballot, tally), "poll:" + row.id, ask.who().id());
        String draft = String.valueOf(made.number());
        if (!made.waiting()) {
            return Answer.inPlace(Line.of("polls.draft.gone", number, draft));
        }
        return Answer.inPlace(Line.of("polls.draft.done", number, draft)
                .choices(Line.Choice.command("signals.button.show", "/voir " + draft, draft)));
    }

    private static String kind(String letter) {
        return switch (letter.toLowerCase(Locale.ROOT)) {
            case "p" -> "PROBLEM";
            case "s" -> "SOLUTION";
            default -> "WEAK_SIGNAL";
        };
    }
}
