package org.covigie.bot.signals;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.covigie.bot.messaging.Durable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/**
 * Hands signals over to the platform, each as a durable job: tried again from 2 s doubling to 5 min with jitter for 24 h, with
 * the same idempotency key whichever instance tries.
 */
@Service
class Publisher {
    private static final String TASK = "publish-signal";
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration GIVE_UP = Duration.ofHours(24);

    private final Durable durable;
    private final Publication publication;
    private final InstantSource clock;

    Publisher(Durable durable, Publication publication, InstantSource clock) {
        this.durable = durable;
        this.publication = publication;
        this.clock = clock;
    }

    /**
     * Starts the job in the transaction that made the signal {@code PUBLISHING}. Each round is a job of its own: the last one
     * may not be quite over when the next begins.
     */
    void start(UUID id, int round) {
        durable.schedule(task().instance(id + "/" + round), clock.instant());
    }

    CustomTask<Void> task() {
        return Tasks.custom(TASK, Void.class).onFailure((done, operations) -> operations.reschedule(done,
                clock.instant().plus(backOff(done.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    Optional<Instant> again = attempt(UUID.fromString(instance.getId().substring(0, 36)));
                    return again
                            .<CompletionHandler<Void>>map(at -> (done, operations) -> operations.reschedule(done, at))
                            .orElseGet(() -> (done, operations) -> operations.remove());
                });
    }

    /** One try; the time of the next one, empty when it is settled. */
    Optional<Instant> attempt(UUID id) {
        Optional<Publication.Parcel> parcel = publication.open(id);
        if (parcel.isEmpty()) {
            return Optional.empty();
        }
        Platform.Outcome outcome = publication.send(parcel.get());
        Duration trying = Duration.between(parcel.get().since(), clock.instant());
        if (outcome instanceof Platform.Outcome.Later later) {
            if (trying.compareTo(GIVE_UP) < 0) {
                publication.delayed(id);
                return Optional.of(clock.instant().plus(backOff(trying)));
            }
            outcome = new Platform.Outcome.Refused(later.code());
        }
        publication.settle(id, outcome);
        return Optional.empty();
    }

    /** The wait after having tried this long doubles the time tried so far, so no count has to be kept. */
    private static Duration backOff(Duration trying) {
        Duration wait = trying.compareTo(FIRST) < 0 ? FIRST : trying.compareTo(LONGEST) > 0 ? LONGEST : trying;
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 5 + 1));
    }

    private static Duration backOff(int failures) {
        return backOff(FIRST.multipliedBy(1L << Math.min(8, Math.max(0, failures))));
    }

    /** Registers the job with the scheduler. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        CustomTask<Void> publishSignal(Publisher publisher) {
            return publisher.task();
        }
    }
}
