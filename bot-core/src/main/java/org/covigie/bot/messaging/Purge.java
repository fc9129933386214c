package org.covigie.bot.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what need not be known any more, every hour. */
@Configuration(proxyBeanMethods = false)
class Purge {
    /** Telegram may draw update ids anew after seven idle days: less than that (core.telegram.org/bots/api#update). */
    private static final Duration SEEN = Duration.ofDays(6);
    /** A reply may refer to a message for seven days; by then its receipts have come. */
    private static final Duration RECEIPTS = Duration.ofDays(8);
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> messagingPurge(InboxStore inbox, OutboxStore outbox, ReceiptStore receipts,
            ChoiceStore choices, HostedFiles files, Restraint restraint, InstantSource clock) {
        return Tasks.recurring("messaging-purge", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> {
            Instant now = clock.instant();
            inbox.purge(now.minus(SEEN), now.minus(KEPT));
            outbox.purge(now.minus(KEPT));
            receipts.purge(now.minus(RECEIPTS));
            choices.purge(now);
            files.purge(now);
            restraint.purge(now);
        });
    }
}
