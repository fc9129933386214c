package org.covigie.bot.platform;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.covigie.bot.register.Confirmed;
import org.covigie.bot.register.FirstWords;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.jspecify.annotations.Nullable;

/**
 * A published signal as the register shows it.
 *
 * @param published when
 * @param answers   how many other published signals are linked with it
 * @param confirmed how many have met the same
 */
record Entry(UUID id, Kind kind, String text, @Nullable String note, String group, @Nullable String profession,
        @Nullable String department, Instant published, int answers, Confirmed confirmed) {
    /** @param answers how many other published signals are linked with it */
    static Entry of(SignalDocument signal, int answers, Confirmed confirmed) {
        return new Entry(signal.id(), signal.kind(), signal.text(), signal.note(), signal.group().name(),
                signal.authorProfession(), signal.department(), Objects.requireNonNullElse(signal.publishedAt(),
                        signal.taggedAt()),
                answers, confirmed);
    }

    /** Its first words; public because the page's expressions see nothing else. */
    public String title() {
        return FirstWords.of(text);
    }
}
