package org.covigie.bot.synthesis;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.covigie.bot.settings.HouseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When groups are not to be disturbed. */
@Component
class QuietHours {
    private final HouseSettings settings;

    QuietHours(HouseSettings settings) {
        this.settings = settings;
    }

    /** When a group may hear of something at the earliest; null: at once. */
    @Nullable
    Instant over(Instant now) {
        ZonedDateTime there = now.atZone(settings.zone());
        LocalTime time = there.toLocalTime();
        LocalTime from = settings.quietFrom();
        LocalTime until = settings.quietUntil();
        boolean overNight = from.isAfter(until);
        boolean quiet = overNight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return null;
        }
        boolean tomorrow = overNight && !time.isBefore(from);
        return there.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(until).atZone(settings.zone()).toInstant();
    }
}
