package org.covigie.bot.whatsapp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Inbox;

/** Takes inbound messages to the inbox, by webhook and by listing alike. When it returns they are stored. */
final class Intake {
    private final WhatsAppReader reader;
    private final Inbox inbox;
    private final MeterRegistry meters;
    private final InstantSource clock;

    Intake(WhatsAppReader reader, Inbox inbox, MeterRegistry meters, InstantSource clock) {
        this.reader = reader;
        this.inbox = inbox;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Stores and counts what the webhook brought; fails when it cannot be stored.
     *
     * @param otherId under which it is counted when it has no id of its own
     */
    void take(Form form, int bytes, String otherId) {
        Arrival arrival = reader.read(form, bytes, otherId, clock.instant());
        store(List.of(arrival));
        String reading = switch (arrival.reading()) {
            case Arrival.Reading.Read read -> "read";
            case Arrival.Reading.Ignored ignored -> "ignored";
            case Arrival.Reading.Unreadable unreadable -> "unreadable";
        };
        meters.counter("covigie.whatsapp.inbound", "reading", reading).increment();
    }

    /** Without being counted: the listing brings again and again what the webhook has brought. */
    void store(List<Arrival> arrivals) {
        inbox.accept(WhatsAppChannel.NAME, arrivals);
    }

    WhatsAppReader reader() {
        return reader;
    }
}
