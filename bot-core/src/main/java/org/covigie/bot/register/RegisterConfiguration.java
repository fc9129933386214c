package org.covigie.bot.register;

import java.sql.Connection;
import java.util.Objects;
import org.covigie.bot.settings.HouseSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses the index by the database. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {
    @Bean
    WordIndex wordIndex(JdbcTemplate jdbc, JdbcClient db, HouseSettings settings) {
        boolean postgres = Boolean.TRUE
                .equals(jdbc.execute((ConnectionCallback<Boolean>) RegisterConfiguration::postgres));
        return postgres ? new PostgresIndex(db, settings.zone()) : new LuceneIndex(db, settings.zone());
    }

    @Bean
    static SearchMigration searchMigration() {
        return new SearchMigration();
    }

    static boolean postgres(Connection connection) throws java.sql.SQLException {
        return Objects.equals(connection.getMetaData().getDatabaseProductName(), "PostgreSQL");
    }
}
