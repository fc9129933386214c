package org.covigie.bot.app;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** The application as a process of its own, started from the tests' class path. */
final class ShippedApplication {
    private ShippedApplication() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(BotApplication.class).initializers(new Shipped()).run(arguments);
    }
}
