package org.covigie.bot.moderation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once an hour, removals of long ago are deleted. */
@Configuration(proxyBeanMethods = false)
class RemovalRetention {
    @Bean
    RecurringTask<Void> removalRetentionJob(Removals removals) {
        return Tasks.recurring("removal-retention", FixedDelay.ofHours(1))
                .execute((instance, context) -> removals.purge());
    }
}
