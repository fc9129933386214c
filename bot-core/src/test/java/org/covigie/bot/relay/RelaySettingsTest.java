package org.covigie.bot.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.covigie.bot.settings.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelaySettingsTest {
    @ParameterizedTest
    @CsvSource({"2026-11-23T08:00:00Z, 2026-11-23T11:30:00Z", "2026-11-23T11:30:00Z, 2026-11-23T17:30:00Z",
            "2026-11-23T20:00:00Z, 2026-11-24T11:30:00Z", "2026-03-28T20:00:00Z, 2026-03-29T10:30:00Z"})
    void theDigestComesAtTheNextOfItsHoursWhereTheInstallationIs(Instant now, Instant then) {
        assertThat(settings("20", "18:30, 12:30").nextDigest(now)).isEqualTo(then);
    }

    @Test
    void noughtMeansNoLimit() {
        assertThat(settings("0", "18:30").limit()).isEmpty();
        assertThat(settings("7,50", "18:30").limit()).contains(new BigDecimal("7.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "vingt", "1.234"})
    void aLimitThatIsNoAmountStopsTheStart(String limit) {
        assertThatThrownBy(() -> settings(limit, "18:30")).isInstanceOf(WrongSetting.class)
                .hasMessageContaining("COVIGIE_RELAY_DAILY_LIMIT");
    }

    @Test
    void anHourThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> settings("20", "25:00")).isInstanceOf(WrongSetting.class)
                .hasMessageContaining("COVIGIE_RELAY_DIGEST_AT");
    }

    private static RelaySettings settings(String limit, String digests) {
        return new RelaySettings(limit, digests, ZoneId.of("Europe/Paris"));
    }
}
