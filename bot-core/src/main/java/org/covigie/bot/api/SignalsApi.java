package org.covigie.bot.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.signals.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The signals: to find, to read, to review. */
@RestController
@RequestMapping("/api/v1/signals")
@Tag(name = "signals", description = "What clinicians reported. A signal never holds its author’s name, handle or number.")
class SignalsApi {
    private static final int LONGEST_TEXT = 20_000;

    private final Signals signals;

    SignalsApi(Signals signals) {
        this.signals = signals;
    }

    /** What may be changed of a draft. */
    @Schema(name = "SignalChange")
    record Change(@Nullable String text, @Nullable Kind kind) {}

    @GetMapping
    @Operation(summary = "A page of signals, newest first")
    PageOf<SignalDocument> page(@RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Kind kind,
            @Parameter(description = "id of a group") @RequestParam(required = false) @Nullable Long group,
            @Parameter(description = "tagged then or later") @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = PageOf.SIZE) int size) {
        PageOf.check(page, size);
        Signals.Found found = signals.find(new Signals.Wanted(status, kind, group, since), page, size);
        return new PageOf<>(found.items(), page, size, found.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One signal", description = "The header ETag names its version, for If-Match.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such signal")
    ResponseEntity<SignalDocument> one(@PathVariable UUID id) {
        // the version first: should it change in between, the tag is too old, never too new
        long version = signals.version(id).orElseThrow(Refusal::missing);
        SignalDocument signal = signals.find(id).orElseThrow(Refusal::missing);
        return ResponseEntity.ok().eTag(Versions.tag(version, signal)).body(signal);
    }

    @PatchMapping(path = "/{id}", consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(summary = "Changes text or kind of a draft", description = "The patient-data check runs again.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(schema = @Schema(implementation = Change.class)))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such signal")
    @ApiResponse(responseCode = "409", description = "No draft any more, or changed at the same moment")
    @ApiResponse(responseCode = "412", description = "Changed since the version in If-Match")
    ResponseEntity<SignalDocument> change(@PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode json) {
        Body body = new Body(json);
        String text = body.text("text");
        if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
            throw Refusal.bad("The member text must hold 1 to " + LONGEST_TEXT + " characters.");
        }
        return answer(id, Outcomes.done(
                signals.edit(id, text, body.choice("kind", Kind.class), Versions.wanted(ifMatch))));
    }

    @PostMapping("/{id}/publish")
    @Operation(summary = "Sends a draft to the platform", description = "What comes of it shows in its status.")
    @ApiResponse(responseCode = "200", description = "On its way")
    @ApiResponse(responseCode = "404", description = "No such signal")
    @ApiResponse(responseCode = "409", description = "No draft any more, or changed at the same moment")
    @ApiResponse(responseCode = "422", description = "Rules stand in the way; rules and holds name them")
    ResponseEntity<SignalDocument> publish(@PathVariable UUID id) {
        Signals.Changed changed = signals.publish(id, null);
        if (changed instanceof Signals.Changed.Held held) {
            throw Outcomes.held(held, signals.find(id));
        }
        return answer(id, Outcomes.done(changed));
    }

    @PostMapping("/{id}/discard")
    @Operation(summary = "Takes a draft out of the queue", description = "It is kept until retention ends.")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such signal")
    @ApiResponse(responseCode = "409", description = "No draft any more, or changed at the same moment")
    ResponseEntity<SignalDocument> discard(@PathVariable UUID id) {
        return answer(id, Outcomes.done(signals.discard(id)));
    }

    private ResponseEntity<SignalDocument> answer(UUID id, SignalDocument signal) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        signals.version(id).ifPresent(version -> answer.eTag(Versions.tag(version, signal)));
        return answer.body(signal);
    }
}
