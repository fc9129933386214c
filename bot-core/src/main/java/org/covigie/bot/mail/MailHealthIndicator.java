package org.covigie.bot.mail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows the operator whether the mail server takes letters, as {@code mail} under {@code /actuator/health}; off is well too. */
@Component
class MailHealthIndicator implements HealthIndicator {
    private final MailSettings settings;
    private final MailServer server;

    MailHealthIndicator(MailSettings settings, MailServer server) {
        this.settings = settings;
        this.server = server;
    }

    @Override
    public Health health() {
        if (!settings.on()) {
            return Health.up().withDetail("state", "off").build();
        }
        return server.down().map(why -> Health.down().withDetail("state", why.code()).build())
                .orElseGet(() -> Health.up().withDetail("state", "reached").build());
    }
}
