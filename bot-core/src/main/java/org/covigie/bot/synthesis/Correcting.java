package org.covigie.bot.synthesis;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Correction;
import org.covigie.bot.messaging.Corrections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to the groups that were told of a synthesis before it was put right or taken back, each in a transaction of its own: a
 * restart goes on where it was. What is being sent at that moment is looked at again the next time.
 */
@Service
class Correcting {
    private static final Logger log = LoggerFactory.getLogger(Correcting.class);
    private static final int SLICE = 100;

    private final SynthesisStore synthesis;
    private final CorrectionStore store;
    private final Groups groups;
    private final Channels channels;
    private final Corrections corrections;
    private final Wordings wordings;
    private final Pinning pinning;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Correcting(SynthesisStore synthesis, CorrectionStore store, Groups groups, Channels channels,
            Corrections corrections, Wordings wordings, Pinning pinning,
            TransactionTemplate transaction, InstantSource clock) {
        this.synthesis = synthesis;
        this.store = store;
        this.groups = groups;
        this.channels = channels;
        this.corrections = corrections;
        this.wordings = wordings;
        this.pinning = pinning;
        this.transaction = transaction;
        this.clock = clock;
    }

    void tick() {
        for (UUID id : store.toCorrect()) {
            List<Long> next = store.behind(id, 0, SLICE);
            while (!next.isEmpty()) {
                next.forEach(group -> one(id, group));
                next = store.behind(id, next.getLast(), SLICE);
            }
            store.corrected(id);
        }
    }

    private void one(UUID id, long group) {
        try {
            transaction.executeWithoutResult(status -> correct(id, group, status));
        } catch (RuntimeException e) {
            // it is looked at again; the others must not wait for it
            log.warn("synthesis {} is not put right in group {} yet: {}", id, group, e.getClass().getName());
        }
    }

    private void correct(UUID id, long group, TransactionStatus status) {
        SynthesisStore.Open open = synthesis.opened(id);
        if (!store.shown(id, group, open.revision())) {
            return;
        }
        groups.info(group).ifPresent(info -> {
            Correction.Done done = channels.on(info.chat().channel())
                    ? corrections.correct(wordings.correction(open, info, clock.instant()))
                    : Correction.Done.UNDER_WAY;
            switch (done) {
                case IN_TIME -> {
                    if (!open.withdrawn()) {
                        store.posted(id, group, open.revision());
                    }
                }
                case UNDER_WAY -> status.setRollbackOnly();
                case PUT_RIGHT, NOWHERE -> {
                    if (open.withdrawn()) {
                        pinning.release(id, info);
                    }
                }
            }
        });
    }
}
