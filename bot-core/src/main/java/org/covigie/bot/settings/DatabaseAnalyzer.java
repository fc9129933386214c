package org.covigie.bot.settings;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the database could not be opened at the start; the address is not repeated, it may hold a password. */
class DatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    // h2database.com/javadoc/org/h2/api/ErrorCode.html
    private static final int H2_LOCKED = 90020;
    private static final int H2_FILE_FAULTS_FROM = 90024;
    private static final int H2_FILE_FAULTS_TO = 90035;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        SQLException deepest = cause;
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            deepest = next instanceof SQLException sql ? sql : deepest;
        }
        String sentence = sentence(deepest);
        return sentence == null ? null : new FailureAnalysis(sentence, null, cause);
    }

    private static @Nullable String sentence(SQLException fault) {
        int code = fault.getErrorCode();
        String state = String.valueOf(fault.getSQLState());
        if (code == H2_LOCKED) {
            return "SPRING_DATASOURCE_URL: the embedded database is in use by another process; stop that one first.";
        }
        if (code >= H2_FILE_FAULTS_FROM && code <= H2_FILE_FAULTS_TO) {
            return "SPRING_DATASOURCE_URL: the embedded database's file can be neither read nor written; its folder must exist or "
                    + "be one that may be made, and have room.";
        }
        return switch (state.length() == 5 ? state.substring(0, 2) : "") {
            case "08" -> "SPRING_DATASOURCE_URL: the database cannot be reached at this address.";
            case "28" -> "SPRING_DATASOURCE_USERNAME or SPRING_DATASOURCE_PASSWORD: the database refuses them.";
            case "3D" -> "SPRING_DATASOURCE_URL: there is no database of this name at this address.";
            default -> null;
        };
    }
}
