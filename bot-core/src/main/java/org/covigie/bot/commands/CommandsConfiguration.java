package org.covigie.bot.commands;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TagReactions.class)
class CommandsConfiguration {
    /** French is what is spoken where nothing else is asked for, whatever language the server has. */
    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasenames("messages", "messages_register", "messages_enrolment", "messages_polls",
                "messages_moderation", "messages_relay", "messages_companion", "messages_screening",
                "messages_synthesis", "messages_mail");
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        bundles.setDefaultLocale(Locale.FRENCH);
        return bundles;
    }
}
