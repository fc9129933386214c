package org.covigie.bot.feed;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.web.Fetched;
import org.covigie.bot.web.Web;
import org.covigie.bot.web.WebAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the feed, and hands in what is new in it; what was read is remembered in the transaction that hands it in. */
@Service
class Polling {
    private static final Logger log = LoggerFactory.getLogger(Polling.class);
    /** A feed that is put up anew must not flood the groups. */
    private static final Duration NEWS = Duration.ofDays(30);
    private static final int AT_ONCE = 20;
    private static final Duration KEPT = Duration.ofDays(400);

    private final FeedSettings settings;
    private final FeedStore store;
    private final Web web;
    private final Syntheses syntheses;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private volatile boolean failing;
    /** What was wrong at the last look, by its wording: said once each. */
    private volatile Set<UUID> leftOut = Set.of();

    Polling(FeedSettings settings, FeedStore store, Web web, Syntheses syntheses, TransactionTemplate transaction,
            InstantSource clock, MeterRegistry meters) {
        this.settings = settings;
        this.store = store;
        this.web = web;
        this.syntheses = syntheses;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    void tick() {
        settings.address().ifPresent(address -> {
            String outcome = poll(address);
            meters.counter("covigie.feed.polls", "outcome", outcome).increment();
        });
    }

    private String poll(URI address) {
        UUID feed = FeedEntry.uuid(address.toString());
        Fetched.Version known = store.version(feed).orElse(Fetched.Version.NONE);
        return switch (web.readOwn(address, FeedReader.TYPES, known)) {
            case Fetched.Failed(String why) -> failed(why);
            case Fetched.Unchanged unchanged -> works("unchanged");
            case Fetched.Page page -> FeedReader.read(address, page).map(entries -> {
                transaction.executeWithoutResult(status -> take(feed, entries, page.version()));
                return works("read");
            }).orElseGet(() -> failed("no-feed"));
        };
    }

    private String failed(String why) {
        if (!failing) {
            log.warn("the feed of syntheses cannot be read: {}; it is asked again", why);
        }
        failing = true;
        return "failed";
    }

    private String works(String outcome) {
        if (failing) {
            log.info("the feed of syntheses can be read again");
        }
        failing = false;
        return outcome;
    }

    private void take(UUID feed, List<FeedEntry> entries, Fetched.Version version) {
        Instant now = clock.instant();
        boolean first = store.version(feed).isEmpty();
        if (first) {
            store.began(feed, now);
        }
        Map<UUID, FeedStore.Seen> seen = new HashMap<>(store.seen(feed));
        Set<UUID> here = new HashSet<>();
        Set<UUID> bad = new HashSet<>();
        int fresh = 0;
        // the oldest first, as they were published
        for (FeedEntry entry : entries.reversed()) {
            FeedStore.Seen before = seen.get(entry.id());
            if (!here.add(entry.id())) {
                continue;
            }
            if (before != null) {
                again(entry, before);
                store.says(feed, entry, now);
            } else if (first || old(entry, now)) {
                store.add(feed, entry, null, now);
            } else if (!wrong(entry).isEmpty()) {
                // not remembered: put right, it is as new as the others
                bad.add(entry.wording());
                leftOut(entry);
            } else if (++fresh <= AT_ONCE) {
                store.add(feed, entry, syntheses.handIn(entry.news()).synthesis().id(), now);
            }
        }
        leftOut = bad;
        store.forget(feed, now.minus(KEPT));
        // what was left for the next time must come again
        store.read(feed, fresh > AT_ONCE ? Fetched.Version.NONE : version);
    }

    private void again(FeedEntry entry, FeedStore.Seen before) {
        UUID synthesis = before.synthesis();
        if (synthesis != null && !before.wording().equals(entry.wording()) && wrong(entry).isEmpty()) {
            // one that was taken back stays so
            Syntheses.Changed changed = syntheses.correct(synthesis, entry.news());
            log.debug("feed entry {} was changed: {}", entry.id(), changed.getClass().getSimpleName());
        }
    }

    private static boolean old(FeedEntry entry, Instant now) {
        Instant at = entry.at();
        return at != null && at.isBefore(now.minus(NEWS));
    }

    private void leftOut(FeedEntry entry) {
        if (!leftOut.contains(entry.wording())) {
            log.warn("feed entry {} is left out: {}", entry.id(), wrong(entry));
            meters.counter("covigie.feed.left.out", "reason", wrong(entry)).increment();
        }
    }

    private static String wrong(FeedEntry entry) {
        return entry.title().isEmpty() ? "title" : WebAddress.wrong(entry.url()).orElse("");
    }

    /** Reads the feed every so often, on one instance. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> feedJob(Polling polling, FeedSettings settings) {
            return Tasks.recurring("feed", FixedDelay.of(settings.every()))
                    .execute((instance, context) -> polling.tick());
        }
    }
}
