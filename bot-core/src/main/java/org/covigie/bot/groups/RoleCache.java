package org.covigie.bot.groups;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who holds what where, for the sieve that looks at every message of every group. Bounded; dropped as a whole at any
 * change, and after ten seconds for changes made by another instance. The gate itself never asks it.
 */
@Component
class RoleCache {
    private record Key(Address chat, Address person) {}

    private final Cache<Key, Optional<Membership>> memberships = Caffeine.newBuilder().maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(10)).build();

    Optional<Membership> get(Address chat, Address person, Supplier<Optional<Membership>> load) {
        return memberships.get(new Key(chat, person), key -> load.get());
    }

    /** Forgets all that is known, now and again when the change is committed. */
    void changed() {
        memberships.invalidateAll();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    memberships.invalidateAll();
                }
            });
        }
    }
}
