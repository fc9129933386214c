package org.covigie.bot.telegram;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the connection to Telegram stands; every change is logged once, no repetition is. Thread-safe. */
final class Connection {
    /** The states, with the sentence the operator reads. */
    enum State {
        STARTING("starting"), CONNECTED("connected"), STANDBY("another instance polls"), UNREACHABLE("unreachable"),
        REFUSED(
                "token refused"),
        CONFLICT("conflict: another program polls with the same token");

        final String words;

        State(String words) {
            this.words = words;
        }

        boolean well() {
            return this == STARTING || this == CONNECTED || this == STANDBY;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

    State state() {
        return state.get();
    }

    void report(State now) {
        State before = state.getAndSet(now);
        if (before == now) {
            return;
        }
        switch (now) {
            case REFUSED -> LOG.error("Telegram: token refused; check COVIGIE_TELEGRAM_TOKEN");
            case UNREACHABLE -> LOG.warn("Telegram: unreachable; trying again");
            case CONFLICT -> LOG.warn("Telegram: {}", now.words);
            case CONNECTED, STANDBY, STARTING -> LOG.info("Telegram: {}", now.words);
        }
    }

    /** A call was answered; says nothing about who polls, so those states stay. */
    void answered() {
        State before = state.get();
        if (before == State.STARTING || before == State.UNREACHABLE || before == State.REFUSED) {
            report(State.CONNECTED);
        }
    }
}
