package org.covigie.bot.companion;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was forwarded and not tagged within a day is deleted, every quarter of an hour. */
@Configuration(proxyBeanMethods = false)
class PileJob {
    @Bean
    RecurringTask<Void> forwardedPileJob(Pile pile) {
        return Tasks.recurring("forwarded-pile", FixedDelay.ofMinutes(15)).execute((instance, context) -> pile.purge());
    }
}
