package org.covigie.bot.synthesis;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Deliveries;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.signals.Contributions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces what has come in, a slice of groups in each transaction: whatever is done is written down with the posts that do it,
 * so that a restart goes on where it was. A group is told once; an alert goes first and by night.
 */
@Service
class Announcing {
    private static final int SLICE = 100;
    private static final int NAMED = 50;
    private static final int LOOKED_AT = 500;
    /** In groups of the house's an announcement waits for each reader's window, seven days at most. */
    private static final Duration MOST = Duration.ofDays(8);

    private final SynthesisStore store;
    private final Groups groups;
    private final Contributions contributions;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Wordings wordings;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Channels channels;
    private final Pinning pinning;
    /** How far the last look at what waits has come; where nothing is remembered it begins anew. */
    private volatile SynthesisStore.@Nullable Waiting lookedAt;

    Announcing(SynthesisStore store, Groups groups, Contributions contributions, Outbox outbox, Deliveries deliveries,
            Wordings wordings, TransactionTemplate transaction, InstantSource clock,
            Channels channels, Pinning pinning) {
        this.store = store;
        this.groups = groups;
        this.contributions = contributions;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.wordings = wordings;
        this.transaction = transaction;
        this.clock = clock;
        this.channels = channels;
        this.pinning = pinning;
    }

    void tick() {
        // first, so that nothing that is being announced stands in its way
        transaction.executeWithoutResult(status -> settle());
        while (Boolean.TRUE.equals(transaction.execute(status -> slice()))) {
            // until nothing is left to announce
        }
    }

    /** @return whether there may be more to do */
    private boolean slice() {
        SynthesisStore.Open open = store.open().orElse(null);
        if (open == null) {
            return false;
        }
        Instant now = clock.instant();
        List<Long> next = store.next(open, SLICE);
        if (!next.isEmpty()) {
            // a channel that is off would keep it for ever
            List<GroupInfo> reachable = groups.infos(next).stream().filter(info -> channels.on(info.chat().channel()))
                    .toList();
            store.pending(open, reachable.stream().map(GroupInfo::id).toList());
            reachable.forEach(info -> outbox.post(wordings.announcement(open, info, now)));
            store.announcedTo(open.id(), next.getLast());
            return true;
        }
        List<UUID> untold = store.untold(open.id(), NAMED);
        for (UUID signal : untold) {
            contributions.usedIn(open.id(), signal, open.title(), open.url(), wordings.later(open, now));
            store.told(open.id(), signal, now);
        }
        if (untold.isEmpty()) {
            contributions.tell(open.id(), store.named(open.id()), open.title(), open.url());
            store.announced(open.id(), now);
        }
        return true;
    }

    /** In groups of the house's there is one for each reader, and the first says that it is there. */
    @EventListener
    void on(Posted posted) {
        if (posted.once().startsWith(Wordings.ONCE)) {
            String[] parts = posted.once().substring(Wordings.ONCE.length()).split("[:@#]", -1);
            UUID id = UUID.fromString(parts[0]);
            long group = Long.parseLong(parts[1]);
            store.settle(id, group, Deliveries.Fate.ARRIVED, clock.instant());
            // of what was cut into several messages, the first: the title stands there
            if (posted.message() != null && posted.once().indexOf('#') < 0) {
                pinning.pin(id, group, posted.message());
            }
        }
    }

    /** What will not arrive is told by nobody: it is looked up. */
    private void settle() {
        List<SynthesisStore.Waiting> waiting = store.waiting(lookedAt, LOOKED_AT);
        lookedAt = waiting.size() < LOOKED_AT ? null : waiting.getLast();
        Map<String, SynthesisStore.Waiting> byKey = new HashMap<>();
        waiting.forEach(one -> byKey.put(Wordings.once(one.id(), one.group(), one.posted()), one));
        deliveries.ended(List.copyOf(byKey.keySet()), clock.instant().minus(MOST)).forEach((key, fate) -> {
            SynthesisStore.Waiting one = byKey.get(key);
            if (one != null) {
                store.settle(one.id(), one.group(), fate, clock.instant());
            }
        });
    }

    /** Looks every few seconds whether something has come in. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> synthesesJob(Announcing announcing, Correcting correcting) {
            return Tasks.recurring("syntheses", FixedDelay.ofSeconds(5))
                    .execute((instance, context) -> {
                        announcing.tick();
                        correcting.tick();
                    });
        }
    }
}
