package org.covigie.bot.conversation;

import org.covigie.bot.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** In a group of the platform's own, on both databases. */
@ParameterizedClass
@EnumSource(Database.class)
abstract class Conversation extends Scene {
    @Parameter
    Database database = Database.H2;

    @BeforeEach
    void aGroup() {
        opens(database, false);
    }
}
