package org.covigie.bot.relay;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.settings.WrongSetting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an installation may choose about relayed groups; a wrong value stops the start with one sentence. */
@Component
class RelaySettings {
    private final BigDecimal limit;
    private final List<LocalTime> digests;
    private final ZoneId zone;

    @Autowired
    RelaySettings(@Value("${covigie.relay.daily-limit:20}") String limit,
            @Value("${covigie.relay.digest-at:12:30,18:30}") String digests, HouseSettings house) {
        this(limit, digests, house.zone());
    }

    RelaySettings(String limit, String digests, ZoneId zone) {
        if (!limit.strip().matches("\\d{1,6}([.,]\\d{1,2})?")) {
            throw new WrongSetting("COVIGIE_RELAY_DAILY_LIMIT",
                    "COVIGIE_RELAY_DAILY_LIMIT must be an amount such as 20 or 7.50; 0 for none.");
        }
        this.limit = new BigDecimal(limit.strip().replace(',', '.'));
        try {
            this.digests = Arrays.stream(digests.split(",", -1)).map(at -> LocalTime.parse(at.strip())).sorted()
                    .toList();
        } catch (DateTimeException e) {
            throw new WrongSetting("COVIGIE_RELAY_DIGEST_AT",
                    "COVIGIE_RELAY_DIGEST_AT must be times such as 12:30,18:30.");
        }
        this.zone = zone;
    }

    /** What a group may spend in a day at most, in the currency of the channel's price; empty: no limit. */
    Optional<BigDecimal> limit() {
        return limit.signum() == 0 ? Optional.empty() : Optional.of(limit);
    }

    List<LocalTime> digests() {
        return digests;
    }

    /** The first hour of the digest after this moment. */
    Instant nextDigest(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        return digests.stream().map(at -> here.toLocalDate().atTime(at).atZone(zone)).filter(at -> at.isAfter(here))
                .findFirst()
                .orElseGet(() -> here.toLocalDate().plusDays(1).atTime(digests.getFirst()).atZone(zone)).toInstant();
    }

    ZoneId zone() {
        return zone;
    }
}
