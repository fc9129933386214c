package org.covigie.bot.polls;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.People;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Votes in the platform's own polls: kept only of ours, while they are open, without the voter's name; the last one counts. */
@Component
@Order(70)
class VoteEvents implements Sieve, Handler {
    private final PollRows rows;
    private final Polls polls;
    private final Votes votes;
    private final People people;

    VoteEvents(PollRows rows, Polls polls, Votes votes, People people) {
        this.rows = rows;
        this.polls = polls;
        this.votes = votes;
        this.people = people;
    }

    /** Asked about every message of every group: no transaction, and for most nothing but a glance at the kind. */
    @Override
    public Optional<Incoming> keep(Incoming incoming) {
        // who votes in a chat's name is no one person; the platform counts that vote all the same
        return incoming instanceof Incoming.Voted voted && !voted.sender().anonymous() && poll(voted).isPresent()
                ? Optional.of(new Incoming.Voted(voted.chat(), voted.sender().unnamed(), voted.poll(),
                        voted.choices(), voted.at()))
                : Optional.empty();
    }

    @Override
    @Transactional
    public boolean handle(Incoming incoming) {
        if (!(incoming instanceof Incoming.Voted voted)) {
            return false;
        }
        PollRow row = poll(voted).flatMap(polls::byId).filter(poll -> poll.status == PollRow.Status.OPEN).orElse(null);
        if (row != null) {
            int options = polls.ballot(row).options().size();
            List<Integer> choices = voted.choices().stream().filter(choice -> choice >= 0 && choice < options)
                    .distinct().toList();
            votes.cast(row, people.meet(voted.sender().address()).id(), choices);
        }
        return true;
    }

    private Optional<Long> poll(Incoming.Voted voted) {
        return rows.takingVotes(polls.print(voted.sender().address().channel(), voted.poll()));
    }
}
