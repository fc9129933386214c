package org.covigie.bot.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.covigie.bot.settings.WrongSetting;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where the feed is, and how often it is read; read at the start. */
@Component
class FeedSettings {
    private static final Duration OFTENEST = Duration.ofMinutes(1);
    private static final Duration SELDOMEST = Duration.ofDays(1);

    private final Optional<URI> address;
    private final Duration every;

    FeedSettings(Environment environment) {
        String typed = environment.getProperty("covigie.feed.url", "").strip();
        address = typed.isEmpty() ? Optional.empty() : Optional.of(address(typed));
        every = every(environment.getProperty("covigie.feed.every", "15m").strip());
    }

    private static URI address(String typed) {
        try {
            URI address = new URI(typed);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new WrongSetting("COVIGIE_FEED_URL",
                "COVIGIE_FEED_URL must be the http or https address of an Atom or RSS "
                        + "feed, without user name or password.");
    }

    private static Duration every(String typed) {
        try {
            Duration every = DurationStyle.detectAndParse(typed);
            if (every.compareTo(OFTENEST) >= 0 && every.compareTo(SELDOMEST) <= 0) {
                return every;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new WrongSetting("COVIGIE_FEED_EVERY", "COVIGIE_FEED_EVERY must be a time from 1m to 24h, such as 15m.");
    }

    /** Empty when there is none. */
    Optional<URI> address() {
        return address;
    }

    Duration every() {
        return every;
    }
}
