package org.covigie.bot.register;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What PostgreSQL searches by: a column kept by the database itself. Accents are left to the extension {@code unaccent}
 * (postgresql.org/docs/current/unaccent.html); where it is not there, or this user may not create it, a fixed list of letters
 * does it and the log says so. In Java because only one of the two databases has such a thing.
 */
final class SearchMigration implements JavaMigration {
    private static final Logger log = LoggerFactory.getLogger(SearchMigration.class);
    /** Accented letters of French and its neighbours, in lower case. */
    private static final String FOLDED = "translate(replace(replace(lower($1), 'œ', 'oe'), 'æ', 'ae'), "
            + "'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')";

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (RegisterConfiguration.postgres(connection)) {
            apply(connection, unaccent(connection));
        }
    }

    /** @param unaccent the qualified name of the dictionary; null where there is none */
    static void apply(Connection connection, @Nullable String unaccent) throws SQLException {
        if (unaccent == null) {
            log.warn(
                    "the PostgreSQL extension unaccent is not available: the register folds accents by a list of its own");
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("create text search configuration covigie_french (copy = french)");
            if (unaccent != null) {
                sql.execute("alter text search configuration covigie_french alter mapping for hword, hword_part, word "
                        + "with " + unaccent + ", french_stem");
            }
            // in the standard's form, which is kept parsed: a restored dump has no search path to find names by
            sql.execute("create function covigie_words(text) returns tsvector language sql immutable "
                    + "return to_tsvector('covigie_french'::regconfig, coalesce("
                    + (unaccent == null ? FOLDED : "$1") + ", ''))");
            sql.execute("alter table signal add column searched tsvector "
                    + "generated always as (covigie_words(text || ' ' || coalesce(note, ''))) stored");
            sql.execute("create index signal_searched on signal using gin (searched)");
        }
    }

    private static @Nullable String unaccent(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            Savepoint before = connection.setSavepoint();
            try {
                sql.execute("create extension if not exists unaccent");
                connection.releaseSavepoint(before);
            } catch (SQLException e) {
                connection.rollback(before);
            }
            try (ResultSet found = sql.executeQuery("select format('%I.%I', n.nspname, d.dictname) from pg_ts_dict d "
                    + "join pg_namespace n on n.oid = d.dictnamespace where d.dictname = 'unaccent' "
                    + "and has_schema_privilege(n.oid, 'USAGE')")) {
                return found.next() ? found.getString(1) : null;
            }
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("22");
    }

    @Override
    public String getDescription() {
        return "search";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
