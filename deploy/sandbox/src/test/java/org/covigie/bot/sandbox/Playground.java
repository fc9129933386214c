package org.covigie.bot.sandbox;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sandbox without the bot, for tests and for looking at the page: run its main, and a pretended bot answers a little. */
@SpringBootApplication
class Playground {

    /** A stand-in of the register. */
    @RestController
    static class Register {
        @GetMapping(path = "/register/feed.atom", produces = "application/atom+xml")
        String feed() {
            return """
                    <feed xmlns="http://www.w3.org/2005/Atom"><title>Registre</title>
                    <entry><id>1</id><title>Problème n° 1 – Soignants du Val d’Orle</title><link href="http://localhost:8080/register/signals/1"/>
                    <updated>2026-03-02T18:30:00Z</updated><summary>Plus une dose de vaccin coqueluche dans trois pharmacies &lt;b&gt;depuis lundi&lt;/b&gt;.</summary></entry></feed>""";
        }
    }

    public static void main(String[] args) {
        var context = SpringApplication.run(Playground.class, args);
        var standIn = context.getBean(org.covigie.bot.sandbox.telegram.TelegramStandIn.class);
        Thread.ofVirtual().start(new PretendBot(standIn)::run);
        context.registerShutdownHook();
    }

    static Map<String, Object> keyboard(String... labelsAndData) {
        List<Map<String, String>> row = new java.util.ArrayList<>();
        for (int i = 0; i < labelsAndData.length; i += 2) {
            row.add(Map.of("text", labelsAndData[i], "callback_data", labelsAndData[i + 1]));
        }
        return Map.of("inline_keyboard", List.of(row));
    }
}
