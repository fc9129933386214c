package org.covigie.bot.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What an installation may choose beside the contract's table; a wrong value stops the start with one sentence. */
@Component
public class HouseSettings {
    private static final int MOST_DAYS = 3650;

    private final ZoneId zone;
    private final LocalTime eveningCard;
    private final int draftsDays;
    private final int discardedDays;

    HouseSettings(Environment environment) {
        String zoneName = environment.getProperty("covigie.time-zone", "Europe/Paris");
        try {
            zone = ZoneId.of(zoneName.strip());
        } catch (DateTimeException e) {
            throw new WrongSetting("COVIGIE_TIME_ZONE",
                    "COVIGIE_TIME_ZONE must name a time zone such as Europe/Paris.");
        }
        String at = environment.getProperty("covigie.evening-card.at", "18:30");
        try {
            eveningCard = LocalTime.parse(at.strip());
        } catch (DateTimeException e) {
            throw new WrongSetting("COVIGIE_EVENING_CARD_AT", "COVIGIE_EVENING_CARD_AT must be a time such as 18:30.");
        }
        draftsDays = days(environment, "covigie.retention.drafts-days", "COVIGIE_RETENTION_DRAFTS_DAYS", "90");
        discardedDays = days(environment, "covigie.retention.discarded-days", "COVIGIE_RETENTION_DISCARDED_DAYS", "30");
    }

    /** The zone in which people are told times, and in which it is evening. */
    public ZoneId zone() {
        return zone;
    }

    /** When correspondents are told what waits, on working days. */
    public LocalTime eveningCard() {
        return eveningCard;
    }

    /** How long a draft may wait before it is deleted. */
    public Duration drafts() {
        return Duration.ofDays(draftsDays);
    }

    /** How long a discarded draft is kept. */
    public Duration discarded() {
        return Duration.ofDays(discardedDays);
    }

    private static int days(Environment environment, String key, String variable, String otherwise) {
        String value = environment.getProperty(key, otherwise).strip();
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST_DAYS) {
            throw new WrongSetting(variable, variable + " must be a number of days from 1 to " + MOST_DAYS + ".");
        }
        return Integer.parseInt(value);
    }
}
