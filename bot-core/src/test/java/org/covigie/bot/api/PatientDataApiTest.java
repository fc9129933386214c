package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class PatientDataApiTest extends WebTest {
    private static final String PATH = "/api/v1/patient-data/check";

    @Test
    void oneTextGivesOneAnswer() {
        Answer answer = web.post(PATH, "{\"text\":\"Rappeler au 06 12 34 56 78 demain\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames()).containsExactly("decision", "findings", "masked");
        assertThat(answer.member("decision")).isEqualTo("HOLD");
        assertThat(answer.member("masked")).isEqualTo("Rappeler au [TÉL] demain");
        JsonNode finding = answer.json().get("findings").get(0);
        assertThat(finding.propertyNames()).containsExactly("type", "start", "end", "score");
        assertThat(finding.get("type").stringValue()).isEqualTo("PHONE");
        assertThat(finding.get("start").intValue()).isEqualTo(12);
        assertThat(finding.get("end").intValue()).isEqualTo(26);
    }

    @Test
    void severalTextsGiveAnArrayInTheirOrder() {
        JsonNode answers = web.post(PATH, "{\"texts\":[\"rien\",\"Rappeler au 06 12 34 56 78 demain\"],\"other\":true}")
                .json();
        assertThat(answers.isArray()).isTrue();
        assertThat(answers.get(0).get("decision").stringValue()).isEqualTo("CLEAR");
        assertThat(answers.get(1).get("decision").stringValue()).isEqualTo("HOLD");
        assertThat(web.post(PATH, "{\"texts\":[]}").body()).isEqualTo("[]");
    }

    @Test
    void aThousandTextsAreTakenAndOneMoreIsNot() {
        assertThat(web.post(PATH, texts(1000)).json().size()).isEqualTo(1000);
        Answer answer = web.post(PATH, texts(1001));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private static String texts(int n) {
        return "{\"texts\":[" + String.join(",", Collections.nCopies(n, "\"x\"")) + "]}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\":17}", "{\"text\":null}", "{\"texts\":\"geheim\"}",
            "{\"texts\":[\"geheim\",1]}",
            "{\"texts\":[null]}", "{\"text\":\"geheim\",\"texts\":[]}", "[\"geheim\"]", "{\"text\":\"geheim", "geheim",
            ""})
    void whatIsNeitherIs400AndRepeatsNothing(String json, CapturedOutput output) {
        Answer answer = web.post(PATH, json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain("geheim");
        assertThat(output.toString()).doesNotContain("geheim");
    }
}
