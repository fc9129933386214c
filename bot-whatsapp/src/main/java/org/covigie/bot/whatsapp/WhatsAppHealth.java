package org.covigie.bot.whatsapp;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows the operator how the connection stands, as {@code whatsApp} under {@code /actuator/health}. */
final class WhatsAppHealth implements HealthIndicator {
    private final Connection connection;

    WhatsAppHealth(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Health health() {
        Connection.State state = connection.state();
        return (state.well() ? Health.up() : Health.down()).withDetail("state", state.words).build();
    }
}
