package org.covigie.bot.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.covigie.bot.messaging.Channel;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms messaging, vault and settings alone, on a database and a channel of the test's choice. Its scheduler follows the
 * {@link TestClock} when one is given.
 */
public final class Engine implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final ScheduledExecutorService ticking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private Engine(ConfigurableApplicationContext context) {
        this.context = context;
        // a clock that stands still would never wake the scheduler
        ticking.scheduleWithFixedDelay(() -> get(Scheduler.class).triggerCheckForDueExecutions(), 20, 20,
                TimeUnit.MILLISECONDS);
    }

    public static Builder on(String url) {
        return new Builder(url);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient db() {
        return get(JdbcClient.class);
    }

    /** Runs this in one transaction. */
    public void inTransaction(Runnable work) {
        new TransactionTemplate(get(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    /** Starts the lanes of an engine that was built {@link Builder#asleep}. */
    public void wakeUp() {
        get(Scheduler.class).start();
    }

    @Override
    public void close() {
        ticking.shutdownNow();
        context.close();
    }

    /** What the engine is to have. */
    public static final class Builder {
        private final String url;
        private final List<Consumer<GenericApplicationContext>> beans = new ArrayList<>();
        private boolean awake = true;

        private Builder(String url) {
            this.url = url;
        }

        public Builder channel(Channel channel) {
            return bean("channel-" + channel.name(), channel);
        }

        public Builder clock(TestClock clock) {
            beans.add(c -> c.registerBean("testClock", TestClock.class, () -> clock, d -> d.setPrimary(true)));
            return this;
        }

        /** A bean, for instance a handler or a sieve; those of one type are asked in the order of their adding. */
        @SuppressWarnings("unchecked")
        public Builder bean(String name, Object bean) {
            beans.add(c -> c.registerBean(name, (Class<Object>) bean.getClass(), () -> bean));
            return this;
        }

        /** Lanes rest until {@link Engine#wakeUp}. */
        public Builder asleep() {
            awake = false;
            return this;
        }

        public Engine start() {
            Map<String, Object> settings = Map.of("spring.datasource.url", url,
                    "spring.datasource.hikari.maximum-pool-size",
                    "12", "covigie.data-key", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                    "spring.main.banner-mode", "off", "db-scheduler.polling-interval", "50ms", "db-scheduler.threads",
                    "16",
                    "db-scheduler.heartbeat-interval", Duration.ofSeconds(2).toString(),
                    "db-scheduler.missed-heartbeats-limit",
                    "4", "db-scheduler.delay-startup-until-context-ready", "true", "spring.flyway.target", "21");
            SpringApplicationBuilder builder = new SpringApplicationBuilder(Rooms.class).web(WebApplicationType.NONE)
                    .properties(settings)
                    .initializers(c -> beans.forEach(b -> b.accept((GenericApplicationContext) c)));
            if (!awake) {
                builder.initializers(c -> ((GenericApplicationContext) c).registerBean("dbSchedulerStarter",
                        com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter.class, () -> () -> {}));
            }
            return new Engine(builder.run());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.covigie.bot.messaging", "org.covigie.bot.vault", "org.covigie.bot.settings"})
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
            FlywayAutoConfiguration.class, DbSchedulerAutoConfiguration.class})
    static class Rooms {}
}
