package org.covigie.bot.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What polls keep of a person: votes in polls that are not anonymous, and of which poll a reminder was sent. */
@Component
@Order(14)
@Transactional
class PollsData implements PersonalData {
    private final PollRows rows;
    private final Polls polls;
    private final Votes votes;

    PollsData(PollRows rows, Polls polls, Votes votes) {
        this.rows = rows;
        this.polls = polls;
        this.votes = votes;
    }

    /** The columns that lead to a person or hold what a person wrote; what a poll asked is not linked to who asked it. */
    @Override
    public Set<String> keeps() {
        return Set.of("poll.words", "poll.message", "poll.message_print", "poll.poll_print", "poll_vote.person_id",
                "poll_vote.voter_print", "poll_nudge.person_id");
    }

    @Override
    public List<Datum> export(long person) {
        List<Datum> data = new ArrayList<>();
        for (Votes.Kept vote : votes.kept(person)) {
            rows.findById(vote.poll()).map(polls::ballot).ifPresent(ballot -> data.add(new Datum("polls.data.vote",
                    List.of(ballot.question(), PollTexts.chosen(ballot, vote.choices()), vote.at()))));
        }
        for (Long poll : votes.nudgesOf(person)) {
            rows.findById(poll).map(polls::ballot)
                    .ifPresent(ballot -> data.add(new Datum("polls.data.nudge", List.of(ballot.question()))));
        }
        return data;
    }

    @Override
    public void forget(long person) {
        votes.forgetPerson(person);
    }
}
