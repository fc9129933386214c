package org.covigie.bot.messaging;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the scheduler needs beyond its properties. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {
    /** PostgreSQL picks due work in one statement that skips what others hold; for H2 the scheduler has no such statement. */
    @Bean
    static BeanPostProcessor pollingStrategy(Environment environment) {
        boolean postgres = environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:");
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DbSchedulerProperties properties) {
                    properties.setPollingStrategy(postgres
                            ? PollingStrategyConfig.Type.LOCK_AND_FETCH
                            : PollingStrategyConfig.Type.FETCH);
                    // what is picked but waits for a thread has no heartbeat and would be taken for dead
                    properties.setPollingStrategyUpperLimitFractionOfThreads(1.0);
                }
                return bean;
            }
        };
    }

    @Bean
    Clock schedulerClock(InstantSource clock) {
        return clock::instant;
    }

    @Bean
    DbSchedulerCustomizer schedulerCustomizer(DbSchedulerProperties properties, JdbcTemplate jdbc,
            Durability durability) {
        if (durability.embedded()) {
            // nobody else can have opened this database: what is still picked was picked by a process that is dead
            jdbc.update(
                    "update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked");
        }
        // the threads mostly wait for a platform to answer
        ExecutorService threads = Executors.newFixedThreadPool(properties.getThreads(),
                Thread.ofVirtual().name("lane-", 0).factory());
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(threads);
            }

            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(UUID.randomUUID().toString()));
            }
        };
    }
}
