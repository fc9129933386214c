package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EveningCardTest extends Conversation {
    @Test
    void oneCardAnEveningOnWorkingDaysAndNothingWhenNothingWaits() {
        ready("En attente", "/p");
        tagged("Mme Kerivel attend", "/s");

        house.clock().set(Instant.parse("2026-11-27T17:31:00Z")); // a Friday, 18:31 in Paris
        house.awaits(() -> julie.heard().contains("Ce soir, 2 brouillons attendent"));
        assertThat(julie.heard()).contains("Le plus ancien : n° 1").contains("⚠️ 1 à relire");
        assertThat(julie.buttons()).anyMatch(b -> b.endsWith("/publier tout"));
        int told = julie.allHeard().size();

        house.clock().set(Instant.parse("2026-11-27T17:40:00Z"));
        house.ticks("evening-cards");
        house.clock().set(Instant.parse("2026-11-28T17:31:00Z")); // Saturday
        house.ticks("evening-cards");
        house.clock().set(Instant.parse("2026-11-30T20:31:00Z")); // Monday, too late
        house.ticks("evening-cards");
        assertThat(julie.allHeard()).hasSize(told);

        julie.writes("/ecarter 1 2");
        int discarded = julie.allHeard().size();
        house.clock().set(Instant.parse("2026-12-01T17:31:00Z"));
        house.ticks("evening-cards");
        assertThat(julie.allHeard()).hasSize(discarded);
    }
}
