package org.covigie.bot.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.people.People;
import org.covigie.bot.settings.HouseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets people of whom no room keeps anything any more but who they are. */
@Service
class UnknownPeople {
    private static final Logger log = LoggerFactory.getLogger(UnknownPeople.class);
    private static final int AT_ONCE = 500;

    private final People people;
    private final Rooms rooms;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Duration kept;

    UnknownPeople(People people, Rooms rooms, TransactionTemplate transaction, InstantSource clock,
            HouseSettings settings) {
        this.people = people;
        this.rooms = rooms;
        this.transaction = transaction;
        this.clock = clock;
        this.kept = settings.departed();
    }

    void purge() {
        Instant before = clock.instant().minus(kept);
        List<Long> some = people.metBefore(before, 0, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(this::look);
            some = people.metBefore(before, some.getLast(), AT_ONCE);
        }
    }

    private void look(long person) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!rooms.keepMore(person)) {
                    rooms.forget(person);
                }
            });
        } catch (RuntimeException e) {
            // this person has just come back: the database does not let go of who is referred to
            log.info("person {} is not forgotten today: {}", person, e.getClass().getName());
        }
    }

    /** Once a day. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> unknownPeopleJob(UnknownPeople unknown) {
            return Tasks.recurring("unknown-people", FixedDelay.ofHours(24))
                    .execute((instance, context) -> unknown.purge());
        }
    }
}
