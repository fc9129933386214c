package org.covigie.bot.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Inbox;

/** Takes raw updates to the inbox, by polling and by webhook alike. When it returns they are stored. */
final class Intake {
    private final TelegramReader reader;
    private final Inbox inbox;
    private final MeterRegistry meters;
    private final InstantSource clock;

    Intake(TelegramReader reader, Inbox inbox, MeterRegistry meters, InstantSource clock) {
        this.reader = reader;
        this.inbox = inbox;
        this.meters = meters;
        this.clock = clock;
    }

    /** Stores what concerns the bot, in one transaction; fails when it cannot be stored. */
    void take(List<byte[]> updates) {
        store(updates.stream().map(update -> reader.read(update, clock.instant())).toList());
    }

    /** Leaves an update behind that never arrives whole. */
    void giveUp(long id, int bytes) {
        store(List.of(new Arrival(Long.toString(id), bytes, new Arrival.Reading.Unreadable("cut"))));
    }

    private void store(List<Arrival> arrivals) {
        inbox.accept(TelegramChannel.NAME, arrivals);
        for (Arrival arrival : arrivals) {
            String reading = switch (arrival.reading()) {
                case Arrival.Reading.Read read -> "read";
                case Arrival.Reading.Ignored ignored -> "ignored";
                case Arrival.Reading.Unreadable unreadable -> "unreadable";
            };
            meters.counter("covigie.telegram.updates", "reading", reading).increment();
        }
    }
}
