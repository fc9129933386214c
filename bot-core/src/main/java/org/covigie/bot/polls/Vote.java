package org.covigie.bot.polls;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /voter}: what stands on the buttons of a poll that is a text; with several choices each one goes on and off. */
@Component
class Vote implements Command {
    private static final Pattern ARGS = Pattern.compile("(\\d{1,6})\\s+(\\d{1,2})");

    private final Polls polls;
    private final Votes votes;

    Vote(Polls polls, Votes votes) {
        this.polls = polls;
        this.votes = votes;
    }
    @Override
    public String key() {
        return "vote";
    }

    @Override
    public List<String> words() {
        return List.of("voter", "vote");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public boolean listed() {
        return false;
    }

    @Override
    public Answer run(Ask ask) {
        Matcher args = ARGS.matcher(ask.args().strip());
        if (!args.matches()) {
            return Answer.privately("polls.vote.how");
        }
        Optional<PollRow> poll = polls.numbered(ask.group().id(), Integer.parseInt(args.group(1)));
        if (poll.isEmpty()) {
            return Answer.briefly("polls.no-number", args.group(1));
        }
        PollRow row = poll.get();
        if (row.byPlatform) {
            return Answer.briefly("polls.vote.there", args.group(1));
        }
        if (row.status != PollRow.Status.OPEN) {
            return Answer.briefly("polls.close.already", args.group(1));
        }
        Ballot ballot = polls.ballot(row);
        int choice = Integer.parseInt(args.group(2)) - 1;
        if (choice >= ballot.options().size()) {
            return Answer.briefly("polls.vote.no-option", args.group(2), String.valueOf(ballot.options().size()));
        }
        List<Integer> now = next(row, ask.who().id(), choice);
        votes.cast(row, ask.who().id(), now);
        return now.isEmpty()
                ? Answer.briefly("polls.vote.none")
                : Answer.briefly("polls.vote.noted", PollTexts.chosen(ballot, now));
    }

    /** What the person has chosen from now on; 0 takes everything back. */
    private List<Integer> next(PollRow row, long person, int choice) {
        if (choice < 0) {
            return List.of();
        }
        if (!row.several) {
            return List.of(choice);
        }
        SortedSet<Integer> chosen = new TreeSet<>(votes.of(row, person));
        if (!chosen.remove(choice)) {
            chosen.add(choice);
        }
        return List.copyOf(chosen);
    }
}
