package org.covigie.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class HouseSettingsTest {
    @Test
    void withoutAWordItIsHalfPastSixInParisAndNinetyDays() {
        HouseSettings settings = new HouseSettings(new MockEnvironment());

        assertThat(settings.zone().getId()).isEqualTo("Europe/Paris");
        assertThat(settings.eveningCard()).isEqualTo(LocalTime.of(18, 30));
        assertThat(settings.drafts()).hasDays(90);
        assertThat(settings.discarded()).hasDays(30);
        assertThat(settings.journal()).hasDays(365);
        assertThat(settings.departed()).hasDays(30);
        assertThat(settings.requests()).hasDays(30);
        assertThat(settings.polls()).hasDays(30);
    }

    @ParameterizedTest
    @CsvSource({"covigie.time-zone,Europe/Pariis,COVIGIE_TIME_ZONE",
            "covigie.evening-card.at,25h,COVIGIE_EVENING_CARD_AT",
            "covigie.retention.drafts-days,-1,COVIGIE_RETENTION_DRAFTS_DAYS",
            "covigie.retention.drafts-days,0,COVIGIE_RETENTION_DRAFTS_DAYS",
            "covigie.retention.discarded-days,un an,COVIGIE_RETENTION_DISCARDED_DAYS",
            "covigie.retention.journal-days,99999,COVIGIE_RETENTION_JOURNAL_DAYS",
            "covigie.retention.departed-days,0,COVIGIE_RETENTION_DEPARTED_DAYS",
            "covigie.retention.requests-days,3651,COVIGIE_RETENTION_REQUESTS_DAYS",
            "covigie.retention.polls-days,-,COVIGIE_RETENTION_POLLS_DAYS"})
    void aWrongValueIsToldByTheNameOfItsVariable(String key, String value, String variable) {
        assertThatThrownBy(() -> new HouseSettings(new MockEnvironment().withProperty(key, value)))
                .isInstanceOf(WrongSetting.class).hasMessageContaining(variable);
    }
}
