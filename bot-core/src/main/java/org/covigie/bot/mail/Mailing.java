package org.covigie.bot.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.covigie.bot.synthesis.SynthesisChanged;
import org.covigie.bot.synthesis.SynthesisReceived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is to be mailed, so many letters each time, over one connection. A letter is written down as being sent before it
 * is handed over: where the process ends in between, nobody knows whether it arrived, and it is not sent again.
 */
@Service
class Mailing {
    private static final Logger log = LoggerFactory.getLogger(Mailing.class);
    /** Longer than one letter can take by the library's time-outs: whoever was sending it is gone. */
    private static final Duration GONE = Duration.ofMinutes(15);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    /** As long as mail servers themselves try (rfc-editor.org/rfc/rfc5321#section-4.5.4.1). */
    private static final Duration GIVE_UP = Duration.ofDays(5);
    private static final Duration LONGEST_DOWN = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(30);
    /** Who puts something right often does it twice: readers get one letter about it. */
    static final Duration SETTLING = Duration.ofMinutes(10);

    private final OutStore out;
    private final Writing writing;
    private final MailServer server;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final MeterRegistry meters;
    /** While the server is down it is asked again after growing pauses; forgotten at a restart, which asks at once. */
    private volatile Duration pause = Duration.ZERO;
    private volatile Instant notBefore = Instant.MIN;

    Mailing(OutStore out, Writing writing, MailServer server, MailSettings settings, TransactionTemplate transaction,
            InstantSource clock, MeterRegistry meters) {
        this.out = out;
        this.writing = writing;
        this.server = server;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    /** In the transaction that keeps the synthesis: it is mailed if and only if it is there. */
    @EventListener
    void on(SynthesisReceived received) {
        if (settings.on()) {
            out.announce(received.id(), clock.instant());
        }
    }

    /** In the transaction that changes it. */
    @EventListener
    void on(SynthesisChanged changed) {
        if (settings.on()) {
            Instant now = clock.instant();
            out.changed(changed.id(), changed.withdrawn() ? now : now.plus(SETTLING), now);
        }
    }

    void tick(BooleanSupplier ending) {
        Instant now = clock.instant();
        out.leftBehind(now.minus(GONE), now);
        if (!settings.on() || now.isBefore(notBefore) || !out.anyDue(now)) {
            return;
        }
        switch (server.connect()) {
            case MailServer.Line.Closed closed -> pause(closed.why());
            case MailServer.Line.Open open -> {
                try (open) {
                    for (int sent = 0; sent < settings.atOnce() && !ending.getAsBoolean(); sent++) {
                        if (!next(open)) {
                            return;
                        }
                    }
                }
            }
        }
    }

    /** @return whether there may be another letter to hand over */
    private boolean next(MailServer.Line.Open line) {
        Optional<OutStore.Due> taken = transaction.execute(status -> out.take(clock.instant()));
        if (taken == null || taken.isEmpty()) {
            return false;
        }
        OutStore.Due due = taken.get();
        Optional<Letter> letter;
        try {
            letter = transaction.execute(status -> writing.write(due));
        } catch (RuntimeException e) {
            // nothing has left: it is not to be taken for a letter that may have arrived
            log.warn("mail {} cannot be written now: {}", due.id(), e.getClass().getName());
            transaction.executeWithoutResult(status -> settle(due, new Sending.Later("unwritten")));
            return false;
        }
        Sending sending = letter == null || letter.isEmpty()
                ? new Sending.Rejected("withdrawn")
                : line.send(letter.get());
        meters.counter("covigie.mail.sendings", "outcome", sending.getClass().getSimpleName()).increment();
        transaction.executeWithoutResult(status -> settle(due, sending));
        // behind a letter without an answer the connection is gone as well
        return !(sending instanceof Sending.Down) && !(sending instanceof Sending.Unknown);
    }

    private void settle(OutStore.Due due, Sending sending) {
        Instant now = clock.instant();
        switch (sending) {
            case Sending.Sent sent -> {
                out.settle(due.id(), "SENT", now);
                pause = Duration.ZERO;
            }
            case Sending.Unknown unknown -> out.settle(due.id(), "UNKNOWN", now);
            case Sending.Rejected rejected -> {
                log.warn("mail {} is not sent: {}", due.id(), rejected.code());
                out.settle(due.id(), "FAILED", now);
            }
            case Sending.Refused refused -> {
                out.settle(due.id(), "FAILED", now);
                writing.refused(due);
            }
            case Sending.Later later -> {
                again(due, later.code(), now.plus(doubled(FIRST_PAUSE, due.attempts(), LONGEST_PAUSE)), now);
            }
            case Sending.Down down -> {
                pause(down);
                // behind the others, in case it is this letter that the server stumbles over
                again(due, down.code(), notBefore, now);
            }
        }
    }

    private void again(OutStore.Due due, String code, Instant at, Instant now) {
        if (due.created().plus(GIVE_UP).isBefore(now)) {
            log.warn("mail {} is given up: {}", due.id(), code);
            out.settle(due.id(), "FAILED", now);
        } else {
            out.later(due.id(), due.attempts() + 1, at, now);
        }
    }

    private void pause(Sending.Down why) {
        if (pause.isZero()) {
            log.warn("the mail server takes nothing: {}; letters wait", why.code());
        }
        Duration next = pause.isZero() ? Duration.ofSeconds(MailSettings.SECONDS) : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_DOWN) > 0 ? LONGEST_DOWN : next;
        notBefore = clock.instant().plus(pause);
    }

    private static Duration doubled(Duration first, int times, Duration most) {
        Duration doubled = first.multipliedBy(1L << Math.clamp(times, 0, 16));
        return doubled.compareTo(most) > 0 ? most : doubled;
    }

    /** Looks every few seconds whether something is to be mailed, and every hour whether something is to be forgotten. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        RecurringTask<Void> mailsJob(Mailing mailing) {
            return Tasks.recurring("mails", FixedDelay.ofSeconds(MailSettings.SECONDS)).execute(
                    (instance, context) -> mailing.tick(() -> context.getSchedulerState().isShuttingDown()));
        }

        @Bean
        RecurringTask<Void> mailPurgeJob(OutStore out, MailStore store, InstantSource clock) {
            return Tasks.recurring("mail-purge", FixedDelay.ofHours(1)).execute((instance, context) -> {
                store.forgetUnconfirmed(clock.instant().minus(Letters.CONFIRMABLE));
                out.purge(clock.instant(), KEPT);
            });
        }
    }
}
