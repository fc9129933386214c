package org.covigie.bot.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks every ten minutes after what waits: for receipts that never came, for words that are kept too long. */
@Component
class Tending {
    private static final Logger log = LoggerFactory.getLogger(Tending.class);
    private static final Duration RECEIPT_LATE = Duration.ofMinutes(15);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofHours(1);
    /** No words of people lie here longer than that. */
    private static final Duration WORDS = Duration.ofHours(48);
    private static final int PER_RUN = 100;

    private final JdbcClient db;
    private final Channels channels;
    private final Receipts receipts;
    private final Sealer sealer;
    private final InstantSource clock;

    Tending(JdbcClient db, Channels channels, Receipts receipts, Sealer sealer, InstantSource clock) {
        this.db = db;
        this.channels = channels;
        this.receipts = receipts;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> messagingTending(Tending tending) {
            return Tasks.recurring("messaging-tending", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((instance, context) -> tending.run());
        }
    }

    void run() {
        giveUp();
        channels.all().stream().filter(channel -> channel.capabilities().receipts()).forEach(this::ask);
    }

    private void giveUp() {
        Instant now = clock.instant();
        db.sql("update outbox set body = null, address = null, final_at = :now where status = 'SENT' "
                + "and final_at is null and (called_at < :words or chatter and created_at < :words)")
                .param("now", Times.column(now)).param("words", Times.column(now.minus(WORDS))).update();
        chatter(now);
        dead(now);
        List<String> windowed = channels.all().stream().filter(c -> c.capabilities().window() != null)
                .map(Channel::name).toList();
        if (!windowed.isEmpty()) {
            db.sql("update outbox set status = 'CANCELLED', code = 'window', body = null, address = null, "
                    + "waiting = false, final_at = :now where status = 'PENDING' and final_at is null "
                    + "and channel in (:channels) and waiting and created_at <= :other").param("now", Times.column(now))
                    .param("channels", windowed).param("other", Times.column(now.minus(Window.WAITS))).update();
        }
    }

    /** Also where the channel is switched off meanwhile. What may have been sent goes with all it was put together with. */
    private void chatter(Instant now) {
        db.sql("update outbox set status = 'CANCELLED', code = 'window', body = null, address = null, "
                + "waiting = false, final_at = :now where status = 'PENDING' and final_at is null "
                + "and chatter and created_at <= :words").param("now", Times.column(now))
                .param("words", Times.column(now.minus(Window.CHATTER_WAITS))).update();
        db.sql("update outbox set body = null, address = null, final_at = :now where status = 'UNKNOWN' "
                + "and final_at is null and coalesce(joined, id) in (select coalesce(joined, id) from outbox "
                + "where status = 'UNKNOWN' and final_at is null and chatter and created_at <= :words)")
                .param("now", Times.column(now)).param("words", Times.column(now.minus(Window.CHATTER_WAITS))).update();
    }

    /** What no handler could take holds what people said to each other, but where the platform keeps the groups. */
    private void dead(Instant now) {
        List<String> others = channels.all().stream().filter(c -> !c.capabilities().hosted()).map(Channel::name)
                .toList();
        db.sql("update inbox set body = :nothing where status = 'DEAD' and received_at <= :words "
                + "and octet_length(body) > 0" + (others.isEmpty() ? "" : " and channel not in (:others)"))
                .param("nothing", new byte[0]).param("words", Times.column(now.minus(WORDS)))
                .param("others", others).update();
    }

    private void ask(Channel channel) {
        Instant now = clock.instant();
        Map<String, String> late = new LinkedHashMap<>();
        db.sql("select message_print, message from outbox where status = 'SENT' and final_at is null "
                + "and channel = :channel and message_print is not null and called_at <= :late "
                + "and (asked_at is null or asked_at <= :asked) order by id limit " + PER_RUN)
                .param("channel", channel.name()).param("late", Times.column(now.minus(RECEIPT_LATE)))
                .param("asked", Times.column(now.minus(BETWEEN_QUESTIONS))).query(row -> {
                    late.putIfAbsent(row.getString("message_print"), sealer.openText(row.getBytes("message")));
                });
        late.forEach((print, message) -> {
            db.sql("update outbox set asked_at = :now where message_print = :print").param("now", Times.column(now))
                    .param("print", print).update();
            tell(channel, message);
        });
    }

    /** One that fails leaves the others their turn. */
    private void tell(Channel channel, String message) {
        try {
            Receipt receipt = channel.ask(message);
            if (receipt != null) {
                receipts.accept(channel.name(), List.of(receipt));
            }
        } catch (RuntimeException e) {
            log.warn("asking for a receipt failed: {}", Fault.of(e));
        }
    }
}
