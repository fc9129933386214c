package org.covigie.bot.messaging;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that survives a restart: what is scheduled here within a transaction exists if and only if that transaction commits,
 * and runs on one instance at a time. The task itself is a bean of type {@code Task} in the room that owns it; see the
 * package's description.
 */
@Component
public class Durable {
    // the scheduler needs all tasks, the tasks' rooms need this: it is asked for late
    private final ObjectProvider<Scheduler> scheduler;

    Durable(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Schedules a one-time task unless the same instance of it is already scheduled; false when it was. */
    public <T> boolean schedule(TaskInstance<T> instance, Instant at) {
        boolean scheduled = client().scheduleIfNotExists(instance, at);
        soon();
        return scheduled;
    }

    /** The scheduler's own client, for what goes beyond; joins the caller's transaction. */
    public SchedulerClient client() {
        return scheduler.getObject();
    }

    /** Has the scheduler look for due work at once, after the commit when there is a transaction. */
    void soon() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            look();
        } else if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(Look.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new Look());
        }
    }

    private void look() {
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    private final class Look implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            look();
        }
    }
}
