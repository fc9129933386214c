package org.covigie.bot.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import org.covigie.bot.sandbox.mail.MailStandIn;
import org.covigie.bot.sandbox.telegram.TelegramStandIn;
import org.covigie.bot.sandbox.telegram.World;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The stand-in, the story and the page; nothing of it exists unless {@code covigie.sandbox.active} is true. */
@OnlyInSandbox
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration implements WebMvcConfigurer {

    @Bean(destroyMethod = "stop")
    TelegramStandIn telegramStandIn(@Value("${covigie.telegram.token:" + SandboxEnvironment.TOKEN + "}") String token,
            @Value("${covigie.sandbox.telegram-port:" + SandboxEnvironment.DEFAULT_PORT + "}") int port,
            @Value("${covigie.sandbox.state-file:./data/sandbox.json}") String stateFile) {
        return TelegramStandIn.builder().token(token).port(port)
                .stateFile(stateFile.isBlank() ? null : Path.of(stateFile))
                .bot("COViGIE", "covigie_bac_a_sable_bot").build();
    }

    @Bean(destroyMethod = "stop")
    MailStandIn mailStandIn(@Value("${spring.mail.port:0}") int port) {
        return new MailStandIn(port);
    }

    @Bean
    World world(TelegramStandIn standIn) {
        return standIn.world();
    }

    @Bean
    Story story(World world, @Value("${covigie.sandbox.story-patience:8s}") Duration patience) {
        return new Story(world, patience);
    }

    @Bean
    Guide guide(World world, Story story) {
        return new Guide(world, story);
    }

    @Bean
    SandboxLifecycle sandboxLifecycle(TelegramStandIn standIn, Story story) {
        return new SandboxLifecycle(standIn, story);
    }

    /** Not under {@code static/}: there the page would be served in production too. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/sandbox/**").addResourceLocations("classpath:/org/covigie/bot/sandbox/page/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/sandbox/index.html");
    }
}
