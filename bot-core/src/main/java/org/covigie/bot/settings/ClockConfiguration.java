package org.covigie.bot.settings;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the house; a test puts a primary bean of its own beside it. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    InstantSource instants() {
        return InstantSource.system();
    }
}
