package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.covigie.bot.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class HostedFilesTest {
    private final Hosted house;
    private final HostedFiles files;

    HostedFilesTest(Database database) {
        house = Hosted.on(database);
        files = house.engine.get(HostedFiles.class);
    }

    @Test
    void a_file_is_found_by_its_secret_as_long_as_it_lives() {
        byte[] bytes = new byte[2_500_000];
        new Random(1).nextBytes(bytes);
        String token = files.put(bytes, "image/png", "courbe.png", Duration.ofHours(1));
        assertThat(token).matches("[A-Za-z0-9_-]{24}");
        assertThat(files.get(token)).hasValueSatisfying(file -> {
            assertThat(file.bytes()).isEqualTo(bytes);
            assertThat(file.type()).isEqualTo("image/png");
            assertThat(file.name()).isEqualTo("courbe.png");
        });
        assertThat(files.get(token.substring(1) + "A")).isEmpty();
        house.passes(Duration.ofHours(1));
        assertThat(files.get(token)).isEmpty();
        files.purge(house.now());
        assertThat(house.engine.db().sql("select count(*) from hosted_file_piece").query(Long.class).single())
                .isZero();
    }

    @Test
    void a_file_lies_sealed_and_an_oversized_one_not_at_all() {
        files.put("toux".getBytes(StandardCharsets.UTF_8), "text/plain", "toux.txt", Duration.ofHours(1));
        assertThat(TableBytes.everything(house.engine.db())).doesNotContain("toux");
        assertThatThrownBy(() -> files.put(new byte[HostedFiles.MOST + 1], "x/y", "z", Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
