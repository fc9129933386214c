package org.covigie.bot.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals.Changed;
import org.springframework.http.HttpStatus;

/** What came of a change, as HTTP says it. */
final class Outcomes {
    private Outcomes() {}

    static SignalDocument done(Changed changed) {
        return switch (changed) {
            case Changed.Done done -> done.signal();
            case Changed.Missing missing -> throw Refusal.missing();
            case Changed.NotDraft other -> throw Refusal.of(HttpStatus.CONFLICT, "The signal is no draft any more.",
                    Map.of("signalStatus", other.status()));
            case Changed.Stale stale -> throw Refusal.of(HttpStatus.PRECONDITION_FAILED,
                    "Somebody changed the signal meanwhile; read it again.");
            case Changed.Held held -> throw held(held, Optional.empty());
        };
    }

    static Refusal held(Changed.Held held, Optional<SignalDocument> signal) {
        return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "Rules stand in the way of publishing; rules names them.",
                Map.of("rules", held.rules(), "holds", signal.map(SignalDocument::holds).orElse(List.of())));
    }
}
