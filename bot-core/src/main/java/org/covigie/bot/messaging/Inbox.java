package org.covigie.bot.messaging;

import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.messaging.Arrival.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * The way in. What a channel read is first held in memory; only what a {@link Sieve} keeps is stored, sealed, and handled
 * later in its chat's lane.
 */
@Service
public class Inbox {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final List<Sieve> sieves;
    private final Recent recent;
    private final Sealer sealer;
    private final InboxStore store;

    Inbox(List<Sieve> sieves, Recent recent, Sealer sealer, InboxStore store) {
        this.sieves = sieves;
        this.recent = recent;
        this.sealer = sealer;
        this.store = store;
    }

    /**
     * Takes a batch of updates, in their order. On return everything of it that concerns the bot is durably stored, so the
     * caller may acknowledge it; the same update twice is harmless, for six days. The database is not touched when nothing
     * concerns the bot. Must not be called within a transaction.
     *
     * @param channel the channel's name
     * @throws org.springframework.dao.DataAccessException when it cannot be stored now: nothing of the batch is then, and the
     *         caller has the platform send it again
     */
    public void accept(String channel, List<Arrival> batch) {
        List<InboxStore.Kept> kept = new ArrayList<>();
        List<InboxStore.Unreadable> unreadable = new ArrayList<>();
        for (Arrival arrival : batch) {
            String id = externalId(arrival.externalId());
            switch (arrival.reading()) {
                case Reading.Ignored() -> {
                }
                case Reading.Unreadable(String error) ->
                    unreadable.add(new InboxStore.Unreadable(id, arrival.bytes(), Fault.plain(error)));
                case Reading.Read(Incoming incoming) -> {
                    try {
                        sieve(incoming).ifPresent(i -> kept.add(
                                new InboxStore.Kept(id, sealer.lane(i.chat()), sealer.seal(i))));
                    } catch (TransientDataAccessException | NonTransientDataAccessResourceException
                            | TransactionException e) {
                        // a sieve asks the database who may tag: while it is away nothing may be dropped or acknowledged
                        throw e;
                    } catch (RuntimeException | StackOverflowError e) {
                        log.warn("update {} of {} could not be judged: {}", id, channel, Fault.of(e));
                        unreadable.add(new InboxStore.Unreadable(id, arrival.bytes(), Fault.of(e)));
                    }
                }
            }
        }
        Metrics.counter("covigie.inbox.updates", "channel", channel).increment(batch.size());
        if (!kept.isEmpty() || !unreadable.isEmpty()) {
            store.store(channel, kept, unreadable);
            Metrics.counter("covigie.inbox.kept", "channel", channel).increment(kept.size());
            Metrics.counter("covigie.inbox.unreadable", "channel", channel).increment(unreadable.size());
        }
    }

    private Optional<Incoming> sieve(Incoming incoming) {
        remember(incoming);
        return sieves.stream().flatMap(s -> s.keep(incoming).stream()).findFirst();
    }

    /** Only groups are remembered: a reaction can tag there, and nothing that is said in private is ever tagged. */
    private void remember(Incoming incoming) {
        if (incoming instanceof Incoming.Said said && said.place() == Place.GROUP) {
            Quoted answered = said.replyTo();
            if (answered != null && !answered.text().isEmpty() && !answered.part() && !answered.withheld()) {
                recent.remember(said.chat(), answered);
            }
            recent.remember(said.chat(), said.quoted());
        } else if (incoming instanceof Incoming.Edited edited) {
            recent.revise(edited.chat(), edited.message(), edited.text());
        }
    }

    /** An id that no column takes is replaced by its fingerprint, which is as good at telling a second copy. */
    private String externalId(String id) {
        return id.length() <= 64 && id.chars().allMatch(c -> c > ' ' && c < 0x7f) ? id : sealer.fingerprint(id);
    }
}
