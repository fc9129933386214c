package org.covigie.bot.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.covigie.bot.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class DataKeyTest {
    @TempDir
    Path folder;

    @Test
    void a_key_is_read_as_base64_or_hexadecimal() {
        byte[] key = new byte[32];
        key[3] = 7;
        assertThat(DataKey.read(Base64.getEncoder().encodeToString(key))).isEqualTo(key);
        assertThat(DataKey.read("00000007" + "00".repeat(28))).isEqualTo(key);
    }

    @Test
    void a_key_of_another_length_stops_the_start_without_showing_it() {
        for (String wrong : new String[]{"c2hvcnQ=", "not a key", "00".repeat(31), "é".repeat(44)}) {
            assertThatThrownBy(() -> DataKey.read(wrong)).isInstanceOf(WrongSetting.class)
                    .hasMessageContaining("COVIGIE_DATA_KEY").hasMessageNotContaining(wrong);
        }
    }

    @Test
    void an_embedded_database_gets_a_key_of_its_own_that_only_its_owner_reads() throws IOException {
        Path data = folder.resolve("data");
        byte[] made = DataKey.beside(data);
        assertThat(DataKey.beside(data)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("data.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void postgresql_wants_a_key_to_be_set() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/x")
                .withProperty("covigie.data-dir", folder.toString());
        assertThatThrownBy(() -> new VaultConfiguration().vault(environment)).isInstanceOf(WrongSetting.class)
                .hasMessageContaining("COVIGIE_DATA_KEY");
        assertThat(folder).isEmptyDirectory();
        environment.setProperty("covigie.data-key", "11".repeat(32));
        Vault vault = new VaultConfiguration().vault(environment);
        assertThat(vault.openText(vault.seal("bonjour"))).isEqualTo("bonjour");
    }
}
