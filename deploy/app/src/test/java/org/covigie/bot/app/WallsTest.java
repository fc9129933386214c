package org.covigie.bot.app;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class WallsTest {
    @Test
    void everyRoomUsesOnlyWhatItSaysItUses() {
        ApplicationModules.of("org.covigie.bot",
                location -> !location.contains("test-classes") && !location.contains("-tests.jar")).verify();
    }
}
