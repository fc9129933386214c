package org.covigie.bot.polls;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;
import org.covigie.bot.settings.HouseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens to polls with time: members are reminded, a result the platform never told is counted by ourselves, and polls
 * are deleted with their votes. Each poll is looked at again under its lock, so that two instances do nothing twice.
 */
@Service
class PollsJob {
    private static final Logger log = LoggerFactory.getLogger(PollsJob.class);

    /** How long the platform may take to close a poll before the result is posted without it. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** A poll nobody closes is deleted all the same. */
    private static final Duration OPEN_AT_MOST = Duration.ofDays(365);

    private final PollRows rows;
    private final Votes votes;
    private final Nudges nudges;
    private final Closing closing;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Duration kept;

    PollsJob(PollRows rows, Votes votes, Nudges nudges, Closing closing, TransactionTemplate transaction,
            InstantSource clock, HouseSettings settings) {
        this.rows = rows;
        this.votes = votes;
        this.nudges = nudges;
        this.closing = closing;
        this.transaction = transaction;
        this.clock = clock;
        this.kept = settings.polls();
    }

    void tick() {
        Instant now = clock.instant();
        each("reminder", rows.toNudge(now), nudges::due);
        each("result", rows.stuck(now.minus(PATIENCE)), id -> closing.ended(id, null));
    }

    void purge() {
        Instant now = clock.instant();
        each("deletion", rows.outdated(now.minus(kept), now.minus(OPEN_AT_MOST)),
                id -> rows.lock(id).ifPresent(poll -> {
                    votes.forgetPoll(id);
                    rows.delete(poll);
                }));
    }

    private void each(String what, List<Long> polls, LongConsumer does) {
        for (Long poll : polls) {
            try {
                transaction.executeWithoutResult(status -> does.accept(poll));
            } catch (RuntimeException e) {
                // one poll's fault must not cost the others theirs
                log.warn("no {} for poll {}: {}", what, poll, e.getClass().getName());
            }
        }
    }

    /** Once a minute, and once an hour. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> pollsTick(PollsJob polls) {
            return Tasks.recurring("polls", FixedDelay.ofMinutes(1)).execute((instance, context) -> polls.tick());
        }

        @Bean
        RecurringTask<Void> pollsPurge(PollsJob polls) {
            return Tasks.recurring("polls-retention", FixedDelay.ofHours(1))
                    .execute((instance, context) -> polls.purge());
        }
    }
}
