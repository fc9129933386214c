package org.covigie.bot.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** A kind of database that a subject runs on. */
interface Storage extends AutoCloseable {
    /** For the report. */
    String name();

    /** A fresh, empty database for one run. */
    Place place() throws SQLException, IOException;

    /** Processor seconds that the database's own processes have used; 0 when it runs inside the subject. */
    double cpuSeconds();

    @Override
    void close() throws IOException;

    /**
     * One run's database.
     *
     * @param environment what the subject needs to find it
     */
    record Place(Map<String, String> environment) {}
}
