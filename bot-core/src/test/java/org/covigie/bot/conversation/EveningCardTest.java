package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;

class EveningCardTest extends Conversation {
    @Test
    void oneCardAnEveningOnWorkingDaysAndNothingWhenNothingWaits() {
        ready("En attente", "/p");
        tagged("Mme Kerivel attend", "/s");

        ZonedDateTime friday = house.clock().instant().atZone(ZoneId.of("Europe/Paris"))
                .with(TemporalAdjusters.next(DayOfWeek.FRIDAY)).truncatedTo(ChronoUnit.DAYS);
        set(friday.withHour(18).withMinute(31));
        house.awaits(() -> julie.heard().contains("Ce soir, 2 brouillons attendent"));
        assertThat(julie.heard()).contains("Le plus ancien : n° 1").contains("⚠️ 1 à relire");
        assertThat(julie.buttons()).anyMatch(b -> b.endsWith("/publier tout"));
        int told = julie.allHeard().size();

        set(friday.withHour(18).withMinute(40));
        house.ticks("evening-cards");
        set(friday.plusDays(1).withHour(18).withMinute(31));
        house.ticks("evening-cards");
        set(friday.plusDays(3).withHour(21).withMinute(31)); // Monday, too late
        house.ticks("evening-cards");
        assertThat(julie.allHeard()).hasSize(told);

        julie.writes("/ecarter 1 2");
        int discarded = julie.allHeard().size();
        set(friday.plusDays(4).withHour(18).withMinute(31));
        house.ticks("evening-cards");
        assertThat(julie.allHeard()).hasSize(discarded);
    }

    private void set(ZonedDateTime time) {
        house.clock().set(time.toInstant());
    }
}
