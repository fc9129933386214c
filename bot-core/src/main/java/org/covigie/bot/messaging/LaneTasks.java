package org.covigie.bot.messaging;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The lanes as tasks of the scheduler, which runs each instance, that is each chat, once at a time in the whole cluster. */
@Configuration(proxyBeanMethods = false)
class LaneTasks {
    private static final Logger log = LoggerFactory.getLogger(LaneTasks.class);
    private static final int AFTER_A_FAULT_SECONDS = 2;

    @Bean
    Task<Void> inboxLanes(InboxLane lane, Lanes lanes, Durable durable, PlatformTransactionManager transactions,
            InstantSource clock) {
        return task(lane, lanes, durable, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Task<Void> outboxLanes(OutboxLane lane, Lanes lanes, Durable durable, PlatformTransactionManager transactions,
            InstantSource clock) {
        return task(lane, lanes, durable, new TransactionTemplate(transactions), clock);
    }

    private static Task<Void> task(Lane lane, Lanes lanes, Durable durable, TransactionTemplate transaction,
            InstantSource clock) {
        return Tasks.custom(lane.way().task, Void.class).onDeadExecutionRevive()
                .onFailure((done, operations) -> later(lane, done, operations, clock)).execute((instance, context) -> {
                    lane.run(instance.getId(), () -> context.getSchedulerState().isShuttingDown());
                    return (done, operations) -> transaction.executeWithoutResult(status -> {
                        // with the lane's row taken nobody adds a row between the question and the answer
                        lanes.take(lane.way(), List.of(instance.getId()));
                        finish(done, operations, lane.next(instance.getId()), durable, clock);
                    });
                });
    }

    private static void finish(ExecutionComplete done, ExecutionOperations<Void> operations, Optional<Instant> next,
            Durable durable, InstantSource clock) {
        next.ifPresentOrElse(then -> {
            operations.reschedule(done, then);
            if (!then.isAfter(clock.instant())) {
                durable.soon();
            }
        }, operations::remove);
    }

    private static void later(Lane lane, ExecutionComplete done, ExecutionOperations<Void> operations,
            InstantSource clock) {
        done.getCause().ifPresent(fault -> log.warn("{} {} stopped: {}", lane.way().task,
                done.getExecution().taskInstance.getId(), Fault.of(fault)));
        operations.reschedule(done, clock.instant().plusSeconds(AFTER_A_FAULT_SECONDS));
    }
}
