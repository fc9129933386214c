package org.covigie.bot.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one Spring Boot application: every room of the house, started together. */
@SpringBootApplication(scanBasePackages = "org.covigie.bot")
@AutoConfigurationPackage(basePackages = "org.covigie.bot")
public class BotApplication {
    public static void main(String[] args) {
        SpringApplication.run(BotApplication.class, args);
    }
}
