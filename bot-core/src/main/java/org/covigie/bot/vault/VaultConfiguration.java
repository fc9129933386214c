package org.covigie.bot.vault;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Finds the data key: the one configured, else, beside an embedded database only, one generated at the first start. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    @Bean
    Vault vault(Environment environment) {
        String configured = environment.getProperty("covigie.data-key", "").strip();
        if (!configured.isEmpty()) {
            return new Vault(DataKey.read(configured));
        }
        // PostgreSQL may be shared by several instances: a key of each one's own would make the others' rows unreadable
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            throw DataKey.missing();
        }
        return new Vault(DataKey.beside(Path.of(environment.getProperty("covigie.data-dir", "./data"))));
    }
}
