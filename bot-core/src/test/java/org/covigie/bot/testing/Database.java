package org.covigie.bot.testing;

import java.util.UUID;

/** The two databases everything must run on; for {@code @ParameterizedClass @EnumSource(Database.class)}. */
public enum Database {
    POSTGRESQL, H2;

    /** What every H2 URL of ours carries. */
    public static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";

    /** JDBC URL of an empty database nobody else uses; in memory for H2. */
    public String freshUrl() {
        return switch (this) {
            case POSTGRESQL -> EmbeddedPg.freshUrl();
            case H2 -> "jdbc:h2:mem:" + UUID.randomUUID() + H2_OPTIONS + ";DB_CLOSE_DELAY=-1";
        };
    }
}
