package org.covigie.bot.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as in production, with every commit on the disk: our own embedded server, or one that is given. */
final class PostgresStorage implements Storage {
    // 32 bytes in hexadecimal; encrypts invented data only
    private static final String DATA_KEY = "6c6f61642d746573742d646174612d6b65792d33322d62797465732d6c6f6e67";

    private final String url;
    private final String user;
    private final String password;
    private final long pid;
    private final @Nullable EmbeddedPostgres server;
    private final String dataKey;
    private final AtomicInteger runs = new AtomicInteger();

    private PostgresStorage(String url, String user, String password, long pid, @Nullable EmbeddedPostgres server,
            @Nullable String dataKey) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.pid = pid;
        this.server = server;
        this.dataKey = dataKey == null ? DATA_KEY : dataKey;
    }

    /**
     * Starts a server of our own.
     *
     * @param directory where its files go
     * @param dataKey value of {@code COVIGIE_DATA_KEY}, or null for 32 bytes of ours in hexadecimal
     */
    static PostgresStorage embedded(Path directory, @Nullable String dataKey) throws IOException {
        // the library switches these off, for tests; a benchmark without them measures another product
        EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(true)
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB").start();
        long pid = Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst().strip());
        return new PostgresStorage("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres",
                "postgres", pid, server,
                dataKey);
    }

    /**
     * Uses a server that runs already; its user must be allowed to create databases.
     *
     * @param pid of its first process on this machine, 0 when unknown: then its processor time is not counted
     */
    static PostgresStorage given(String url, String user, String password, long pid, @Nullable String dataKey) {
        return new PostgresStorage(url, user, password, pid, null, dataKey);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Place place() throws SQLException {
        // the embedded server is started with -F as well, which only a later option undoes: ask rather than believe
        if (!setting("fsync").equals("on") || !setting("synchronous_commit").equals("on")) {
            throw new IllegalStateException(
                    "this PostgreSQL does not write its commits to the disk; fsync and synchronous_commit must be on");
        }
        String database = "covigie_load_" + ProcessHandle.current().pid() + "_" + runs.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
        int slash = url.lastIndexOf('/');
        int query = url.indexOf('?', slash);
        String fresh = url.substring(0, slash + 1) + database + (query < 0 ? "" : url.substring(query));
        return new Place(Map.of("SPRING_DATASOURCE_URL", fresh, "SPRING_DATASOURCE_USERNAME", user,
                "SPRING_DATASOURCE_PASSWORD", password,
                "COVIGIE_DATA_KEY", dataKey));
    }

    /** The server's own word for one of its settings, for instance {@code fsync}. */
    String setting(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    @Override
    public double cpuSeconds() {
        return pid == 0 ? 0 : ProcStats.cpuSecondsWithChildren(pid);
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
