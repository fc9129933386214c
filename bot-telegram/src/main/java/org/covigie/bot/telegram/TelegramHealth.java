package org.covigie.bot.telegram;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows the operator how the connection stands, as {@code telegram} under {@code /actuator/health}. */
final class TelegramHealth implements HealthIndicator {
    private final Connection connection;

    TelegramHealth(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Health health() {
        Connection.State state = connection.state();
        return (state.well() ? Health.up() : Health.down()).withDetail("state", state.words).build();
    }
}
