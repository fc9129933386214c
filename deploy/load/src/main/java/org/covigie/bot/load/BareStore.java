package org.covigie.bot.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The reference's only table: each update as it came, once. One commit for each call of {@link #insert}. */
final class BareStore {
    private static final int CONNECTIONS = 16;
    // H2 would otherwise write commits to the file up to half a second later
    private static final String H2 = "jdbc:h2:file:./data/bare;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";

    /**
     * A row.
     *
     * @param kind G: a group was registered, C: a correspondent appointed, T: a message tagged, X: anything else
     */
    record Row(long id, String kind, String body) {}

    private final BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(CONNECTIONS);

    BareStore(String url, String user, String password) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = DriverManager.getConnection(url.isEmpty() ? H2 : url, user, password);
            connection.setAutoCommit(false);
            pool.add(connection);
        }
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(
                        "create table if not exists bare_update (id bigint primary key, kind char(1) not null, body varchar not null)");
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) throws SQLException {
        Connection connection;
        try {
            connection = pool.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            pool.add(connection);
        }
    }

    /** @return those that were not there yet */
    List<Row> insert(List<Row> rows) throws SQLException {
        return with(connection -> {
            try (PreparedStatement statement = connection
                    .prepareStatement(
                            "insert into bare_update (id, kind, body) values (?, ?, ?) on conflict do nothing")) {
                for (Row row : rows) {
                    statement.setLong(1, row.id());
                    statement.setString(2, row.kind());
                    statement.setString(3, row.body());
                    statement.addBatch();
                }
                int[] inserted = statement.executeBatch();
                List<Row> fresh = new ArrayList<>();
                for (int i = 0; i < inserted.length; i++) {
                    if (inserted[i] > 0) {
                        fresh.add(rows.get(i));
                    }
                }
                return fresh;
            }
        });
    }

    long count(String kind) throws SQLException {
        return with(connection -> {
            try (PreparedStatement statement = connection
                    .prepareStatement("select count(*) from bare_update where kind = ?")) {
                statement.setString(1, kind);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    return result.getLong(1);
                }
            }
        });
    }

    List<String> bodies(String kind, int page, int size) throws SQLException {
        return with(connection -> {
            try (PreparedStatement statement = connection
                    .prepareStatement(
                            "select body from bare_update where kind = ? order by id desc limit ? offset ?")) {
                statement.setString(1, kind);
                statement.setInt(2, size);
                statement.setLong(3, (long) page * size);
                try (ResultSet result = statement.executeQuery()) {
                    List<String> bodies = new ArrayList<>();
                    while (result.next()) {
                        bodies.add(result.getString(1));
                    }
                    return bodies;
                }
            }
        });
    }
}
