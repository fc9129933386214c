package org.covigie.bot.messaging;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * The embedded database closes itself when a write fails, on a full disk for instance, and opens anew only when the last
 * connection to the closed one is gone. To the pool these look sound, so it is told to let go of them all; without that the
 * application would stay without a database after there is room again.
 */
@Component
class Reopening implements BeanPostProcessor {
    private static final Set<Integer> CLOSED = Set.of(ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && onFile(String.valueOf(pool.getJdbcUrl()))) {
            pool.setExceptionOverride(new LetGo(pool));
        }
        return bean;
    }

    private static boolean onFile(String url) {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
    }

    private record LetGo(HikariDataSource pool) implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException fault) {
            if (!CLOSED.contains(fault.getErrorCode())) {
                return Override.CONTINUE_EVICT;
            }
            HikariPoolMXBean connections = pool.getHikariPoolMXBean();
            if (connections != null) {
                connections.softEvictConnections();
            }
            return Override.MUST_EVICT;
        }
    }
}
