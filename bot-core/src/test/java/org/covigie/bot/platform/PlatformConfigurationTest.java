package org.covigie.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.settings.WrongSetting;
import org.covigie.bot.signals.Platform;
import org.covigie.bot.signals.Platform.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

class PlatformConfigurationTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(context -> context.getBeanFactory()
                    .setConversionService(ApplicationConversionService.getSharedInstance()))
            .withBean(JsonMapper.class, JsonMapper::shared).withUserConfiguration(PlatformConfiguration.class);

    @Test
    void withoutAPlatformTheRegisterTakesEverything() {
        runner.withPropertyValues("covigie.platform.url= ", "covigie.public-url=https://bot.test/").run(context -> {
            assertThat(context.getBean(Platform.class).publish(SomeSignal.saying("x"), "k"))
                    .isEqualTo(new Outcome.Taken(
                            SomeSignal.ID.toString(), "https://bot.test/register/signals/" + SomeSignal.ID));
            assertThat(context).hasBean("registerStyle");
        });
    }

    @Test
    void withAPlatformThereIsNoRegister() {
        runner.withPropertyValues("covigie.platform.url=https://covigie.test/api/").run(context -> {
            assertThat(context.getBean(Platform.class)).isInstanceOf(RestPlatform.class);
            assertThat(context).doesNotHaveBean("registerStyle");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"covigie.test", "ftp://covigie.test", "https://", "https://me:s3cret@covigie.test",
            "https://a b",
            "https://covigie.test/?s3cret=1", "https://covigie.test:99999", "/path"})
    void aWrongAddressStopsTheStartWithASentence(String url) {
        runner.withPropertyValues("covigie.platform.url=" + url).run(context -> assertThat(context.getStartupFailure())
                .rootCause().isInstanceOf(WrongSetting.class).hasMessageContaining("COVIGIE_PLATFORM_URL")
                .message().doesNotContain("s3cret"));
    }

    @Test
    void soDoesATokenThatNoHeaderCanHold() {
        runner.withPropertyValues("covigie.platform.url=https://covigie.test", "covigie.platform.token=s3crét")
                .run(context -> assertThat(context.getStartupFailure()).rootCause().isInstanceOf(WrongSetting.class)
                        .hasMessageContaining("COVIGIE_PLATFORM_TOKEN").message().doesNotContain("s3cr"));
    }

    @Test
    void soDoesAWrongPublicAddress() {
        runner.withPropertyValues("covigie.public-url=here")
                .run(context -> assertThat(context.getStartupFailure()).rootCause()
                        .isInstanceOf(WrongSetting.class).hasMessageContaining("COVIGIE_PUBLIC_URL"));
    }
}
