package org.covigie.bot.privacy;

import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;

/** Silence by the way out. */
@Component
class OutboxSilence implements Silence {
    private final Outbox outbox;

    OutboxSilence(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void stop(Address person, Post confirmation) {
        outbox.stop(person, confirmation);
    }

    @Override
    public void resume(Address person) {
        outbox.resume(person);
    }

    @Override
    public boolean stopped(Address person) {
        return outbox.stopped(person);
    }
}
