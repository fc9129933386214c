package org.covigie.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;

@ExtendWith(OutputCaptureExtension.class)
class WrongSettingAnalyzerTest {
    @Test
    void a_wrong_setting_stops_the_start_with_its_one_sentence(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Wrong.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(application::run).hasRootCauseInstanceOf(WrongSetting.class);
        assertThat(output).contains("COVIGIE_X must be a number").doesNotContain("\tat ");
    }

    static class Wrong {
        @Bean
        Object broken() {
            throw new WrongSetting("COVIGIE_X", "COVIGIE_X must be a number");
        }
    }
}
