package org.covigie.bot.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.covigie.bot.signals.Platform;
import org.covigie.bot.signals.SignalDocument;

/** A platform in memory: takes everything, unless a test told it what to answer. */
public final class TestPlatform implements Platform {
    /** One call. */
    public record Call(SignalDocument signal, String key) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Outcome> script = new ConcurrentLinkedQueue<>();

    public void answers(Outcome... outcomes) {
        script.addAll(List.of(outcomes));
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Outcome publish(SignalDocument signal, String idempotencyKey) {
        calls.add(new Call(signal, idempotencyKey));
        Outcome next = script.poll();
        return next != null
                ? next
                : new Outcome.Taken("p-" + signal.number(), "https://platform.test/" + signal.number());
    }
}
