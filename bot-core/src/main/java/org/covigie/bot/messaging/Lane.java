package org.covigie.bot.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What is done with the rows of one chat in one direction. Never called for one chat by two threads or instances at once. */
interface Lane {
    Way way();

    /** Works off what is due, for a while; ends early once {@code stopping}. */
    void run(String lane, BooleanSupplier stopping);

    /** When there is something to do next; empty when the lane has nothing left. Called with the lane's row taken. */
    Optional<Instant> next(String lane);
}
