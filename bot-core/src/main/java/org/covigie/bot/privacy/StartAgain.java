package org.covigie.bot.privacy;

import org.covigie.bot.messaging.Completion;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.people.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** «Start» is how everybody begins; from somebody who had stopped the messages it asks for them again. */
@Component
@Order(20)
class StartAgain implements Completion {
    private final Outbox outbox;

    StartAgain(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Incoming complete(Incoming incoming) {
        return incoming instanceof Incoming.Said said && said.place() == Place.PRIVATE
                && said.text().text().strip().matches("(?i)/?start[.!]?") && outbox.stopped(said.sender().address())
                        ? said.saying(new Words("/reprendre"))
                        : incoming;
    }
}
