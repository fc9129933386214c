package org.covigie.bot.whatsapp;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the connection to Twilio stands by the last answer; every change is logged once, no repetition is. Thread-safe. */
final class Connection {
    /** The states, with the words the operator reads. */
    enum State {
        STARTING("not asked yet"), CONNECTED("connected"), UNREACHABLE("unreachable"), FAILING("answers with errors"),
        REFUSED("account or token refused");

        final String words;

        State(String words) {
            this.words = words;
        }

        boolean well() {
            return this == STARTING || this == CONNECTED;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

    State state() {
        return state.get();
    }

    void answered() {
        report(State.CONNECTED);
    }

    void failed(Answer.Failure why) {
        switch (why) {
            case Answer.Failure.Denied denied when Codes.accountRefused(denied) -> report(State.REFUSED);
            case Answer.Failure.Denied denied when denied.status() >= 500 -> report(State.FAILING);
            // an answer all the same
            case Answer.Failure.Denied denied -> report(State.CONNECTED);
            case Answer.Failure.Unreachable none -> report(State.UNREACHABLE);
            case Answer.Failure.Lost lost -> report(State.FAILING);
        }
    }

    private void report(State now) {
        if (state.getAndSet(now) == now) {
            return;
        }
        switch (now) {
            case REFUSED -> LOG.error(
                    "WhatsApp: Twilio refuses the account or its token; check COVIGIE_WHATSAPP_ACCOUNT_SID and COVIGIE_WHATSAPP_AUTH_TOKEN");
            case UNREACHABLE, FAILING -> LOG.warn("WhatsApp: Twilio {}", now.words);
            case CONNECTED, STARTING -> LOG.info("WhatsApp: Twilio {}", now.words);
        }
    }
}
