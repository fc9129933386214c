package org.covigie.bot.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
import org.covigie.bot.web.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Syntheses: the platform hands them in, the bot announces each once in every group it is for. */
@RestController
@RequestMapping("/api/v1/syntheses")
@Tag(name = "syntheses", description = "What comes back to the groups: announced once in each group it is for.")
class SynthesesApi {
    /** Longer titles and summaries are cut, not refused; this is more than anybody means. */
    private static final int LONGEST = 10_000;

    private final Syntheses syntheses;

    SynthesesApi(Syntheses syntheses) {
        this.syntheses = syntheses;
    }

    /** What is handed in; {@code language} is fr or en, {@code urgent} makes it an alert. */
    @Schema(name = "News", requiredProperties = {"externalId", "title", "url"})
    record Handed(String externalId, String title, @Nullable String summary, String url, @Nullable String language,
            @Nullable List<UUID> signals, @Nullable List<Long> groups, @Nullable Boolean urgent) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Hands in a synthesis to be announced", description = "The same externalId again changes nothing.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(schema = @Schema(implementation = Handed.class)))
    @ApiResponse(responseCode = "202", description = "Taken; it is announced from now on")
    @ApiResponse(responseCode = "200", description = "Known already; nothing is sent twice")
    @ApiResponse(responseCode = "400", description = "The detail says which member is wrong")
    ResponseEntity<Synthesis> hand(@RequestBody JsonNode json) {
        Syntheses.Received received = syntheses.handIn(read(new Body(json)));
        return ResponseEntity.status(received.fresh() ? HttpStatus.ACCEPTED : HttpStatus.OK).body(received.synthesis());
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Puts a synthesis right", description = "Another title, summary or url. What was announced is edited "
            + "where the channel can, else answered; what was not yet goes out as it is now. The same again changes nothing; "
            + "language, signals, groups and urgent stay as they are.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(schema = @Schema(implementation = Handed.class)))
    @ApiResponse(responseCode = "200", description = "It says so now")
    @ApiResponse(responseCode = "400", description = "The detail says which member is wrong")
    @ApiResponse(responseCode = "404", description = "No such synthesis")
    @ApiResponse(responseCode = "409", description = "It was taken back, or has another externalId")
    Synthesis correct(@PathVariable UUID id, @RequestBody JsonNode json) {
        News news = read(new Body(json));
        Synthesis known = syntheses.find(id).orElseThrow(Refusal::missing);
        if (!known.externalId().equals(news.externalId())) {
            throw Refusal.of(HttpStatus.CONFLICT, "This synthesis has another externalId.");
        }
        return switch (syntheses.correct(id, news)) {
            case Syntheses.Changed.Done(Synthesis now) -> now;
            case Syntheses.Changed.Missing missing -> throw Refusal.missing();
            case Syntheses.Changed.Withdrawn withdrawn ->
                throw Refusal.of(HttpStatus.CONFLICT, "This synthesis was taken back.");
        };
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Takes a synthesis back", description = "For good. What was announced is edited where the channel can, "
            + "else answered; nothing more is announced.")
    @ApiResponse(responseCode = "204", description = "It is taken back, or was before")
    @ApiResponse(responseCode = "404", description = "No such synthesis")
    ResponseEntity<Void> withdraw(@PathVariable UUID id) {
        if (!syntheses.withdraw(id)) {
            throw Refusal.missing();
        }
        return ResponseEntity.noContent().build();
    }

    private static News read(Body body) {
        String url = body.text("url");
        WebAddress.wrong(url).ifPresent(why -> {
            throw Refusal.bad("The member url must be an https address of a public host, without credentials, of at "
                    + "most 2,048 characters.");
        });
        return new News(within(body, "externalId", News.LONGEST_ID), within(body, "title", LONGEST), summary(body),
                url == null ? "" : url, language(optional(body, "language")), signals(body), groups(body),
                urgent(body), false);
    }

    private static String within(Body body, String name, int most) {
        String text = body.text(name);
        if (text == null || text.isBlank() || text.length() > most) {
            throw Refusal.bad("The member " + name + " must hold 1 to " + most + " characters.");
        }
        return text.strip();
    }

    private static @Nullable String summary(Body body) {
        String summary = optional(body, "summary");
        return summary == null || summary.isBlank() ? null : summary.strip();
    }

    private static @Nullable String optional(Body body, String name) {
        return body.has(name) && body.json().get(name).isNull() ? null : body.text(name);
    }

    private static Locale language(@Nullable String tag) {
        if (tag == null || tag.equals("fr")) {
            return Locale.FRENCH;
        }
        if (tag.equals("en")) {
            return Locale.ENGLISH;
        }
        throw Refusal.bad("The member language must be fr or en.");
    }

    private static boolean urgent(Body body) {
        JsonNode urgent = body.json().get("urgent");
        if (urgent != null && !urgent.isNull() && !urgent.isBoolean()) {
            throw Refusal.bad("The member urgent must be true or false.");
        }
        return urgent != null && urgent.isBoolean() && urgent.booleanValue();
    }

    private static List<UUID> signals(Body body) {
        if (!body.has("signals") || body.json().get("signals").isNull()) {
            return List.of();
        }
        List<UUID> signals = new ArrayList<>();
        for (String id : body.texts("signals", News.MOST_SIGNALS)) {
            try {
                signals.add(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                throw Refusal.bad("The member signals must be an array of ids of signals.");
            }
        }
        return signals.stream().distinct().toList();
    }

    private static @Nullable List<Long> groups(Body body) {
        JsonNode groups = body.json().get("groups");
        if (groups == null || groups.isNull()) {
            return null;
        }
        if (!groups.isArray() || groups.size() > News.MOST_GROUPS) {
            throw Refusal.bad("The member groups must be an array of at most " + News.MOST_GROUPS + " ids of groups.");
        }
        List<Long> ids = new ArrayList<>();
        for (JsonNode group : groups) {
            if (!group.isIntegralNumber() || !group.canConvertToLong()) {
                throw Refusal.bad("The member groups must be an array of ids of groups.");
            }
            ids.add(group.longValue());
        }
        return ids.stream().distinct().toList();
    }

    @GetMapping
    @Operation(summary = "A page of syntheses, newest first")
    PageOf<Synthesis> page(@RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = PageOf.SIZE) int size) {
        PageOf.check(page, size);
        Syntheses.Page found = syntheses.page(page, size);
        return new PageOf<>(found.items(), page, size, found.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One synthesis")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such synthesis")
    Synthesis one(@PathVariable UUID id) {
        return syntheses.find(id).orElseThrow(Refusal::missing);
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "In which groups it is, or is to be", description = "By group: PENDING, SENT, FAILED, or UNKNOWN when it "
            + "may be there and nobody will ever know; counted as failed.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such synthesis")
    PageOf<Syntheses.Reached> deliveries(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = PageOf.SIZE) int size) {
        PageOf.check(page, size);
        Synthesis synthesis = syntheses.find(id).orElseThrow(Refusal::missing);
        Synthesis.Deliveries all = synthesis.deliveries();
        return new PageOf<>(syntheses.reached(id, page, size), page, size,
                all.pending() + all.sent() + all.failed());
    }
}
