package org.covigie.bot.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.covigie.bot.patientdata.Check;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.Explanation;
import org.covigie.bot.patientdata.GroupContext;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.patientdata.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The patient-data check with its reasons, for the page where one tries it out; not there outside the sandbox. */
@Hidden
@RestController
@ConditionalOnProperty(name = "covigie.sandbox.active", havingValue = "true")
class PatientDataTrial {
    private static final int LONGEST = 4_000;

    private final PatientData patientData;

    PatientDataTrial(PatientData patientData) {
        this.patientData = patientData;
    }

    /** A finding and why it is one. */
    record Reasoned(Type type, int start, int end, double score, List<String> rules, List<String> features) {
        static Reasoned of(Explanation why) {
            return new Reasoned(why.finding().type(), why.finding().start(), why.finding().end(), why.finding().score(),
                    why.rules(), why.features());
        }
    }

    /** What was found; {@code masked} has every finding replaced. */
    record Tried(Decision decision, List<Reasoned> findings, String masked) {}

    @PostMapping(path = "/sandbox/api/patient-data", consumes = MediaType.APPLICATION_JSON_VALUE)
    Tried look(@RequestBody JsonNode json) {
        if (!(new Body(json).text("text") instanceof String text) || text.length() > LONGEST) {
            throw Refusal.bad("The body must hold a text of at most 4,000 characters.");
        }
        Check check = patientData.check(text);
        return new Tried(check.decision(),
                patientData.explain(text, GroupContext.NONE).stream().map(Reasoned::of).toList(), check.masked());
    }
}
