package org.covigie.bot.messaging;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a platform's receipts come in ({@link Capabilities#receipts}). */
@Service
public class Receipts {
    private static final Logger log = LoggerFactory.getLogger(Receipts.class);
    private static final int TRIES = 5;

    private final ReceiptStore store;
    private final TransactionTemplate transaction;
    private final Durability durability;

    Receipts(ReceiptStore store, PlatformTransactionManager transactions, Durability durability) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.durability = durability;
    }

    /**
     * Takes receipts, in any order and as often as they come, also of messages whose call has not come back yet. On return
     * they are durably applied, each in a transaction of its own. Must not be called within a transaction.
     *
     * @param channel the channel's name
     * @throws org.springframework.dao.DataAccessException when one cannot be stored now; the caller has the platform send the
     *         batch again
     */
    public void accept(String channel, List<Receipt> batch) {
        batch.stream().map(receipt -> apply(channel, receipt)).distinct().forEach(durability::settle);
    }

    private Durability.Lifetime apply(String channel, Receipt receipt) {
        for (int attempt = 1;; attempt++) {
            try {
                return arrived(channel, receipt, true);
            } catch (TransientDataAccessException e) {
                // somebody else changed the same delivery: what is read anew may well fit
                if (attempt == TRIES) {
                    throw e;
                }
            } catch (DataAccessException | TransactionException e) {
                throw e;
            } catch (RuntimeException e) {
                // a listener's fault must not have the platform send the same receipt for ever
                log.error("a receipt of {} failed, once more without its event: {}", channel, Fault.of(e));
                return arrived(channel, receipt, false);
            }
        }
    }

    private Durability.Lifetime arrived(String channel, Receipt receipt, boolean telling) {
        return transaction.execute(status -> {
            store.arrived(channel, receipt, telling);
            return durability.lifetime();
        });
    }
}
