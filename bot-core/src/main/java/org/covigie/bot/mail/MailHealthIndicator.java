package org.covigie.bot.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows the operator whether the mail server takes letters, as {@code mail} under {@code /actuator/health}; off is well too. */
@Component
class MailHealthIndicator implements HealthIndicator {
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final MailSettings settings;
    private final MailServer server;
    private final InstantSource clock;
    private Health last = Health.unknown().build();
    private Instant asked = Instant.MIN;

    MailHealthIndicator(MailSettings settings, MailServer server, InstantSource clock) {
        this.settings = settings;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (!settings.on()) {
            return Health.up().withDetail("state", "off").build();
        }
        return known();
    }

    /** Everybody may ask for the state, so the mail server is not asked each time. */
    private synchronized Health known() {
        Instant now = clock.instant();
        if (asked.isBefore(now.minus(KEPT))) {
            last = server.down().map(why -> Health.down().withDetail("state", why.code()).build())
                    .orElseGet(() -> Health.up().withDetail("state", "reached").build());
            asked = now;
        }
        return last;
    }
}
