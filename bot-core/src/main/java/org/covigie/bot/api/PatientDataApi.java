package org.covigie.bot.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.covigie.bot.patientdata.Check;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.Finding;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.patientdata.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The patient-data check for other tools; nothing of it is stored or logged. */
@RestController
@Tag(name = "patient data", description = "Finds what could identify a patient. Nothing sent here is stored or logged.")
class PatientDataApi {
    private static final int MOST_TEXTS = 1000;

    private final PatientData patientData;

    PatientDataApi(PatientData patientData) {
        this.patientData = patientData;
    }

    /** What is sent: one text, or up to 1,000. */
    @Schema(name = "CheckRequest")
    record Asked(@Nullable String text, @Nullable List<String> texts) {}

    /** Offsets in UTF-16 code units, end exclusive. */
    @Schema(name = "Finding")
    @JsonPropertyOrder({"type", "start", "end", "score"})
    record FindingDocument(Type type, int start, int end, double score) {
        static FindingDocument of(Finding finding) {
            return new FindingDocument(finding.type(), finding.start(), finding.end(), finding.score());
        }
    }

    /** What was found; {@code masked} has every finding replaced. */
    @Schema(name = "Check")
    @JsonPropertyOrder({"decision", "findings", "masked"})
    record CheckDocument(Decision decision, List<FindingDocument> findings, String masked) {
        static CheckDocument of(Check check) {
            return new CheckDocument(check.decision(), check.findings().stream().map(FindingDocument::of).toList(),
                    check.masked());
        }
    }

    @PostMapping(path = "/api/v1/patient-data/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Checks one text, or each of several", description = "{text} gives an object, {texts: []} an array.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(schema = @Schema(implementation = Asked.class)))
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(oneOf = {
            CheckDocument.class, CheckDocument[].class})))
    @ApiResponse(responseCode = "413", description = "The body holds more than 1 MiB")
    Object check(@RequestBody JsonNode json) {
        Body body = new Body(json);
        if (body.has("text") == body.has("texts")) {
            throw Refusal.bad("The body must hold either text or texts.");
        }
        if (body.text("text") instanceof String text) {
            return CheckDocument.of(patientData.check(text));
        }
        return body.texts("texts", MOST_TEXTS).stream().map(text -> CheckDocument.of(patientData.check(text))).toList();
    }
}
