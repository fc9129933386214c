package org.covigie.bot.relay;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes the ids that a reply needs once the platform itself lets nobody reply any more, and old spending. */
@Service
class RelayRetention {
    private static final Duration KEPT = Duration.ofDays(7);

    private final Originals originals;
    private final Spending spending;
    private final Held held;
    private final InstantSource clock;

    RelayRetention(Originals originals, Spending spending, Held held, InstantSource clock) {
        this.originals = originals;
        this.spending = spending;
        this.held = held;
        this.clock = clock;
    }

    @Transactional
    public void purge() {
        originals.purge(clock.instant().minus(KEPT));
        spending.purge();
    }

    /** What waited an hour for its author's answer is not kept a minute more than it takes to look. */
    @Transactional
    public void purgeHeld() {
        held.purge();
    }

    /** Once an hour, and every minute. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> relayRetentionJob(RelayRetention retention) {
            return Tasks.recurring("relay-retention", FixedDelay.ofHours(1))
                    .execute((instance, context) -> retention.purge());
        }

        @Bean
        RecurringTask<Void> relayHeldJob(RelayRetention retention) {
            return Tasks.recurring("relay-held", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> retention.purgeHeld());
        }
    }
}
