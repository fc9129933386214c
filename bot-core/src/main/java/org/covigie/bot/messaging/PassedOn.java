package org.covigie.bot.messaging;

import org.covigie.bot.people.AddressPassedOn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A number has a new holder. Whoever had it before has another number, and with it another id of the platform's (so
 * twilio.com/docs/whatsapp/key-concepts), by which nothing reaches them: what waits is for nobody any more.
 */
@Component
class PassedOn {
    private final Outbox outbox;
    private final Recent recent;

    PassedOn(Outbox outbox, Recent recent) {
        this.outbox = outbox;
        this.recent = recent;
    }

    @EventListener
    void on(AddressPassedOn passed) {
        outbox.cancel(passed.address());
        // the memory knows authors by their address: the new one has not said that
        recent.forgetAuthor(passed.address());
        if (outbox.stopped(passed.address())) {
            // whoever wanted nothing more still does not, and the new one has said nothing of the kind
            outbox.stop(passed.left());
            outbox.resume(passed.address());
        }
    }
}
