package org.covigie.bot.privacy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;

/** Silence by the way out. */
@Component
class OutboxSilence implements Silence {
    private final Outbox outbox;
    // until the way out remembers it: outlives no restart
    private final Set<Address> stopped = ConcurrentHashMap.newKeySet();

    OutboxSilence(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void stop(Address person, Post confirmation) {
        outbox.cancel(person);
        outbox.post(confirmation);
        stopped.add(person);
    }

    @Override
    public void resume(Address person) {
        stopped.remove(person);
    }

    @Override
    public boolean stopped(Address person) {
        return stopped.contains(person);
    }
}
