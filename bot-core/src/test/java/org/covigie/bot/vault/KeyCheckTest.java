package org.covigie.bot.vault;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.covigie.bot.settings.WrongSetting;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.Engine;
import org.covigie.bot.testing.TestChannel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyCheckTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void another_key_than_the_database_was_sealed_with_stops_the_start(Database database) {
        try (Engine engine = Engine.on(database.freshUrl()).channel(new TestChannel(InstantSource.system())).start()) {
            Vault same = engine.get(Vault.class);
            assertThatCode(() -> new KeyCheck(engine.db(), same).afterPropertiesSet()).doesNotThrowAnyException();
            KeyCheck check = new KeyCheck(engine.db(), new Vault(new byte[32]));
            assertThatThrownBy(check::afterPropertiesSet).isInstanceOf(WrongSetting.class)
                    .hasMessageContaining("COVIGIE_DATA_KEY");
        }
    }
}
