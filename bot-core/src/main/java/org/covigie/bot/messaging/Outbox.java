package org.covigie.bot.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.people.Address;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way out. What is posted within a transaction leaves if and only if that transaction commits, in the order of posting
 * within a chat, at the pace its channel allows. Without a transaction each call opens one of its own.
 */
@Service
public class Outbox {
    private final OutboxStore store;
    private final TransactionTemplate transaction;

    Outbox(OutboxStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Posts something. A text longer than its channel takes leaves in several messages, the buttons under the last. A second
     * post with the same {@code once} is dropped as long as the first is kept, that is for 30 days. What is posted to somebody
     * who stopped everything is cancelled at once.
     *
     * @throws IllegalArgumentException when {@code kind} has more than 40 or {@code once} more than 100 characters
     */
    public void post(Post post) {
        List<OutboxStore.Draft> drafts = store.drafts(post);
        transaction.executeWithoutResult(status -> tray().add(drafts));
    }

    /** The person has opened the private chat: what waited for that leaves now. Harmless when nothing waits. */
    public void opened(Address chat) {
        transaction.executeWithoutResult(status -> {
            tray().empty();
            store.opened(chat);
        });
    }

    /**
     * The person wrote to the bot: the window is open from then on, and what waited for it leaves. Only for channels with a
     * {@link Capabilities#window}.
     *
     * @param at when, by the platform's clock; an earlier one than known already changes nothing
     */
    public void heard(Address person, Instant at) {
        transaction.executeWithoutResult(status -> tray().add(List.of(store.heard(person, at))));
    }

    /**
     * Nothing that still waits for this chat leaves any more, nor is what may have been sent sent again; what is being sent at
     * this moment may.
     */
    public void cancel(Address chat) {
        transaction.executeWithoutResult(status -> {
            tray().empty();
            store.cancel(chat);
        });
    }

    /**
     * Of what still waits for this chat, nothing leaves any more whose {@link Post#once} begins so, nor is it sent again.
     *
     * @param once letters, digits, hyphens and colons
     */
    public void cancel(Address chat, String once) {
        OutboxStore.Entry entry = store.cancelled(chat, once);
        transaction.executeWithoutResult(status -> tray().add(List.of(entry)));
    }

    /** What still waits for {@code from} goes to {@code to}. */
    public void moved(Address from, Address to) {
        transaction.executeWithoutResult(status -> {
            tray().empty();
            store.moved(from, to);
        });
    }

    /**
     * This person wants nothing more: what waits is cancelled, and so is whatever is posted later, until {@link #resume}.
     * Only this confirmation still leaves.
     */
    public void stop(Address person, Post confirmation) {
        List<OutboxStore.Entry> entries = new ArrayList<>();
        entries.add(store.stop(person));
        store.drafts(confirmation).forEach(draft -> entries.add(draft.inspite()));
        transaction.executeWithoutResult(status -> tray().add(entries));
    }

    /** As {@link #stop(Address, Post)}, without a word. */
    public void stop(Address person) {
        transaction.executeWithoutResult(status -> tray().add(List.of(store.stop(person))));
    }

    /** This person wants to be written to again. Harmless when nothing was stopped. */
    public void resume(Address person) {
        transaction.executeWithoutResult(status -> tray().add(List.of(store.resume(person))));
    }

    /** Whether this person wants nothing more. */
    public boolean stopped(Address person) {
        return store.stopped(person);
    }

    private Tray tray() {
        for (TransactionSynchronization s : TransactionSynchronizationManager.getSynchronizations()) {
            if (s instanceof Tray tray && tray.store == store) {
                return tray;
            }
        }
        Tray tray = new Tray(store);
        TransactionSynchronizationManager.registerSynchronization(tray);
        return tray;
    }

    /**
     * Collects the posts of one transaction until its end: lanes are then taken in one fixed order, so that two transactions
     * that write to the same chats cannot block each other, and for the shortest time.
     */
    private static final class Tray implements TransactionSynchronization, Ordered {
        private final OutboxStore store;
        private final List<OutboxStore.Entry> entries = new ArrayList<>();
        private boolean closing;

        Tray(OutboxStore store) {
            this.store = store;
        }

        void add(List<? extends OutboxStore.Entry> more) {
            entries.addAll(more);
            if (closing) {
                empty();
            }
        }

        void empty() {
            if (!entries.isEmpty()) {
                List<OutboxStore.Entry> all = List.copyOf(entries);
                entries.clear();
                store.enter(all);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            empty();
            closing = true;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
