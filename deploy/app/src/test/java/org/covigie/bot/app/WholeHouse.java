package org.covigie.bot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.covigie.bot.app.Installation.Setup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the main job run against one installation of each setup, each in a village of its own. */
@SuppressWarnings("NullAway") // JUnit fills the parameter in before anything reads it
@ParameterizedClass
@EnumSource(value = Setup.class, names = {"POLLING_H2", "WEBHOOK_POSTGRESQL"})
abstract class WholeHouse {
    private static final Map<Setup, Installation> SHARED = new ConcurrentHashMap<>();

    @Parameter
    Setup setup;

    Installation house;

    @BeforeEach
    void enter() {
        house = SHARED.computeIfAbsent(setup, WholeHouse::open);
    }

    private static Installation open(Setup setup) {
        try {
            Installation installation = new Installation(setup, Files.createTempDirectory("whole-house")).start();
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
