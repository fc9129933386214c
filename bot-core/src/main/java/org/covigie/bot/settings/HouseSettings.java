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

    private final String drugSafetyUrl;
    private final ZoneId zone;
    private final LocalTime eveningCard;
    private final LocalTime quietFrom;
    private final LocalTime quietUntil;
    private final int draftsDays;
    private final int discardedDays;
    private final int journalDays;
    private final int departedDays;
    private final int requestsDays;
    private final int pollsDays;

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
        drugSafetyUrl = environment.getProperty("covigie.drug-safety-url", "https://signalement-sante.gouv.fr").strip();
        if (!drugSafetyUrl.matches("https://[^\\s]{4,500}")) {
            throw new WrongSetting("COVIGIE_DRUG_SAFETY_URL", "COVIGIE_DRUG_SAFETY_URL must be an https address.");
        }
        String quiet = environment.getProperty("covigie.quiet-hours", "20:00-08:00").strip();
        try {
            String[] ends = (quiet.contains("-") ? quiet : quiet + "-").split("-", 2);
            quietFrom = LocalTime.parse(ends[0].strip());
            quietUntil = LocalTime.parse(ends[ends.length - 1].strip());
        } catch (DateTimeException e) {
            throw new WrongSetting("COVIGIE_QUIET_HOURS", "COVIGIE_QUIET_HOURS must be two times such as 20:00-08:00.");
        }
        draftsDays = days(environment, "covigie.retention.drafts-days", "COVIGIE_RETENTION_DRAFTS_DAYS", "90");
        discardedDays = days(environment, "covigie.retention.discarded-days", "COVIGIE_RETENTION_DISCARDED_DAYS", "30");
        journalDays = days(environment, "covigie.retention.journal-days", "COVIGIE_RETENTION_JOURNAL_DAYS", "365");
        departedDays = days(environment, "covigie.retention.departed-days", "COVIGIE_RETENTION_DEPARTED_DAYS", "30");
        requestsDays = days(environment, "covigie.retention.requests-days", "COVIGIE_RETENTION_REQUESTS_DAYS", "30");
        pollsDays = days(environment, "covigie.retention.polls-days", "COVIGIE_RETENTION_POLLS_DAYS", "30");
    }

    /** Where reactions to medicines are declared, as people are told. */
    public String drugSafetyUrl() {
        return drugSafetyUrl;
    }

    /** The zone in which people are told times, and in which it is evening. */
    public ZoneId zone() {
        return zone;
    }

    /** When correspondents are told what waits, on working days. */
    public LocalTime eveningCard() {
        return eveningCard;
    }

    /** From then on groups are told nothing that can wait. */
    public LocalTime quietFrom() {
        return quietFrom;
    }

    /** When that is over; the same as {@link #quietFrom()} when there are no quiet hours. */
    public LocalTime quietUntil() {
        return quietUntil;
    }

    /** How long a draft may wait before it is deleted. */
    public Duration drafts() {
        return Duration.ofDays(draftsDays);
    }

    /** How long a discarded draft is kept. */
    public Duration discarded() {
        return Duration.ofDays(discardedDays);
    }

    /** How long an entry of a group's journal is kept. */
    public Duration journal() {
        return Duration.ofDays(journalDays);
    }

    /** How long it is kept that somebody was a member after having left. */
    public Duration departed() {
        return Duration.ofDays(departedDays);
    }

    /** How long an enrolment request is kept once it is decided or expired. */
    public Duration requests() {
        return Duration.ofDays(requestsDays);
    }

    /** How long a poll is kept once it is closed. */
    public Duration polls() {
        return Duration.ofDays(pollsDays);
    }

    private static int days(Environment environment, String key, String variable, String otherwise) {
        String value = environment.getProperty(key, otherwise).strip();
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST_DAYS) {
            throw new WrongSetting(variable, variable + " must be a number of days from 1 to " + MOST_DAYS + ".");
        }
        return Integer.parseInt(value);
    }
}
