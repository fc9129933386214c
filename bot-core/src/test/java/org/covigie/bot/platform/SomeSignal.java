package org.covigie.bot.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Status;

/** A signal to hand over. */
final class SomeSignal {
    static final UUID ID = UUID.fromString("0b0e5ad0-7bd3-4bb5-9a0b-6f5b1a2c3d4e");

    private SomeSignal() {}

    static SignalDocument saying(String text) {
        return new SignalDocument(ID, 7, Kind.PROBLEM, Status.PUBLISHING, List.of(), text, null,
                new SignalDocument.InGroup(1, "Côte"), "test", null, "29", Instant.parse("2026-11-23T09:00:00Z"),
                Instant.parse("2026-11-23T09:01:00Z"), null, List.of(), null, List.of());
    }
}
