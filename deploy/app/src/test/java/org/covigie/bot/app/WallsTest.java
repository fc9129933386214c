package org.covigie.bot.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class WallsTest {
    @Test
    void everyRoomUsesOnlyWhatItSaysItUses() {
        ApplicationModules.of("org.covigie.bot", JavaClass.Predicates.resideInAPackage("org.covigie.bot.testing.."),
                new ImportOption.DoNotIncludeTests()).verify();
    }
}
