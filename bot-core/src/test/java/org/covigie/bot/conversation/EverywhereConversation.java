package org.covigie.bot.conversation;

import org.covigie.bot.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** In both kinds of group, on both databases: what is tested so holds whatever the channel can. */
@ParameterizedClass
@EnumSource(EverywhereConversation.Setting.class)
abstract class EverywhereConversation extends Scene {
    enum Setting {
        NATIVE_POSTGRESQL(Database.POSTGRESQL, false), NATIVE_H2(Database.H2, false), HOSTED_POSTGRESQL(
                Database.POSTGRESQL,
                true),
        HOSTED_H2(Database.H2, true);

        private final Database database;
        private final boolean hosted;

        Setting(Database database, boolean hosted) {
            this.database = database;
            this.hosted = hosted;
        }
    }

    @Parameter
    Setting setting = Setting.NATIVE_H2;

    @BeforeEach
    void aGroup() {
        opens(setting.database, setting.hosted);
    }
}
