package org.covigie.bot.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where one plays the platform that answers a signal by a synthesis, at any hour; not there outside the sandbox. */
@Hidden
@RestController
@ConditionalOnProperty(name = "covigie.sandbox.active", havingValue = "true")
class SynthesisTrial {
    private final Syntheses syntheses;

    SynthesisTrial(Syntheses syntheses) {
        this.syntheses = syntheses;
    }

    @PostMapping(path = "/sandbox/api/syntheses", consumes = MediaType.APPLICATION_JSON_VALUE)
    Synthesis answer(@RequestBody JsonNode json) {
        Body body = new Body(json);
        String title = body.text("title");
        if (title == null || title.isBlank() || title.length() > News.LONGEST_TITLE) {
            throw Refusal.bad("The member title must hold 1 to " + News.LONGEST_TITLE + " characters.");
        }
        UUID id = UUID.randomUUID();
        return syntheses.handIn(new News("sandbox-" + id, title.strip(), null,
                "https://covigie.example.org/syntheses/" + id, Locale.FRENCH, List.of(signal(body)), null, false, true))
                .synthesis();
    }

    private static UUID signal(Body body) {
        try {
            return UUID.fromString(String.valueOf(body.text("signal")));
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("The member signal must be the id of a signal.");
        }
    }
}
