package org.covigie.bot.signals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.covigie.bot.settings.HouseSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes drafts that nobody published in time, and those discarded some time ago. A withdrawn one has lost its words at once;
 * its empty row stays, so that the same message is not tagged a second time.
 */
@Service
class Retention {
    private final SignalRows rows;
    private final InstantSource clock;
    private final Duration drafts;
    private final Duration closed;

    Retention(SignalRows rows, InstantSource clock, HouseSettings settings) {
        this.rows = rows;
        this.clock = clock;
        this.drafts = settings.drafts();
        this.closed = settings.discarded();
    }

    @Transactional
    public int purge() {
        Instant now = clock.instant();
        List<UUID> ids = rows.outdated(Status.DISCARDED, now.minus(closed), Status.DRAFT, now.minus(drafts));
        for (UUID id : ids) {
            rows.unlink(id);
            rows.unsee(id);
        }
        rows.deleteAllById(ids);
        rows.forgetCards(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(7));
        return ids.size();
    }

    /** Once an hour. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> signalRetentionJob(Retention retention) {
            return Tasks.recurring("signal-retention", FixedDelay.ofHours(1))
                    .execute((instance, context) -> retention.purge());
        }
    }
}
