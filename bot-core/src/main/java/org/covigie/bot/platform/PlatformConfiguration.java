package org.covigie.bot.platform;

import java.net.URI;
import java.time.Duration;
import org.covigie.bot.settings.WrongSetting;
import org.covigie.bot.signals.Platform;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Chooses where published signals go. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
    @Bean
    Platform platform(Environment environment, JsonMapper json,
            @Value("${covigie.platform.connect-timeout:5s}") Duration connect,
            @Value("${covigie.platform.read-timeout:15s}") Duration read) {
        String url = BuiltIn.platform(environment);
        if (url.isEmpty()) {
            return new RegisterPlatform(Addresses.here(environment));
        }
        String token = environment.getProperty("covigie.platform.token", "").strip();
        if (!token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new WrongSetting("COVIGIE_PLATFORM_TOKEN",
                    "COVIGIE_PLATFORM_TOKEN may hold printable ASCII characters only, without spaces.");
        }
        return new RestPlatform(URI.create(Addresses.base("COVIGIE_PLATFORM_URL", url) + "/signals"), token,
                new RestPlatform.Patience(connect, read), json);
    }

    /** Who has a page of the register already is told so (304). */
    @Bean
    @Conditional(BuiltIn.class)
    FilterRegistrationBean<ShallowEtagHeaderFilter> registerTags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> tags = new FilterRegistrationBean<>(
                new ShallowEtagHeaderFilter());
        tags.addUrlPatterns("/register", "/register/*");
        return tags;
    }

    /** The register's style sheet may be kept for an hour, unlike everything else. */
    @Bean
    @Conditional(BuiltIn.class)
    WebMvcConfigurer registerStyle() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/register/*.css").addResourceLocations("classpath:/static/register/")
                        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
            }
        };
    }
}
