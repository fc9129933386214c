package org.covigie.bot.polls;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.covigie.bot.settings.HouseSettings;
import org.springframework.stereotype.Component;

/** When people may be reminded of something: from 9:00 to 19:00 in the house's zone. */
@Component
class Daytime {
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    private final ZoneId zone;

    Daytime(HouseSettings settings) {
        this.zone = settings.zone();
    }

    /** This time if it is by day, else the next 9:00. */
    Instant orNext(Instant time) {
        ZonedDateTime there = time.atZone(zone);
        if (there.toLocalTime().isBefore(MORNING)) {
            return there.toLocalDate().atTime(MORNING).atZone(zone).toInstant();
        }
        return there.toLocalTime().isBefore(EVENING)
                ? time
                : there.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone).toInstant();
    }

    boolean is(Instant time) {
        return orNext(time).equals(time);
    }
}
