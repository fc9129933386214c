package org.covigie.bot.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Lease;
import org.covigie.bot.messaging.Menu;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Puts the adapter together when a token is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(TokenGiven.class)
@EnableConfigurationProperties(TelegramProperties.class)
class TelegramConfiguration {
    @Bean
    Connection telegramConnection() {
        return new Connection();
    }

    @Bean
    TelegramApi telegramApi(TelegramProperties properties, Connection connection) {
        return new TelegramApi(properties, connection);
    }

    @Bean
    Self telegramSelf(TelegramApi api) {
        return new Self(api);
    }

    @Bean
    TelegramChannel telegramChannel(TelegramApi api, Self self, MeterRegistry meters) {
        return new TelegramChannel(api, self, meters);
    }

    @Bean
    Intake telegramIntake(Self self, Inbox inbox, MeterRegistry meters, ObjectProvider<InstantSource> clock) {
        return new Intake(new TelegramReader(self::name), inbox, meters, clock.getIfUnique(InstantSource::system));
    }

    @Bean
    TelegramPoller telegramPoller(TelegramProperties properties, Intake intake, TelegramApi api, Self self,
            Connection connection, Lease lease) {
        return new TelegramPoller(properties, intake, api, self, connection, lease, Pace.usual());
    }

    @Bean
    TelegramStart telegramStart(TelegramApi api, Self self, TelegramProperties properties, ObjectProvider<Menu> menu,
            @Value("${covigie.public-url:http://localhost:8080}") String publicUrl) {
        return new TelegramStart(api, self, properties, publicUrl, menu::getIfAvailable, Pace.usual());
    }

    @Bean
    TelegramHealth telegramHealthIndicator(Connection connection) {
        return new TelegramHealth(connection);
    }
}
