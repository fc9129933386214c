package org.covigie.bot.relay;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what is to be passed on to a group. Words of somebody who has not accepted the charter, or of whom nobody knows which
 * group is meant, are left out before anything is stored. Asked after those who wait for an answer to a question of theirs.
 */
@Component
@Order(65)
class RelaySieve implements Sieve {
    private final Routes routes;

    RelaySieve(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Optional<Incoming> keep(Incoming incoming) {
        return incoming instanceof Incoming.Said said
                ? switch (routes.of(said)) {
                    case Route.To to -> Optional.of(said.withoutContact());
                    case Route.Unsigned unsigned -> Optional.of(emptied(said));
                    case Route.Which which -> Optional.of(emptied(said));
                    case Route.Stopped stopped -> Optional.of(emptied(said));
                    case Route.Lost lost -> Optional.of(emptied(said));
                    case Route.Nowhere nowhere -> Optional.empty();
                }
                : Optional.empty();
    }

    /** That somebody wrote something, marked so that it is not taken for a message without words. */
    private static Incoming emptied(Incoming.Said said) {
        return new Incoming.Said(said.chat(), said.place(), said.sender(), said.message(), null, Words.NONE,
                said.replyTo(), null, true, said.forwarded(), null, null, said.at(), List.of());
    }
}
