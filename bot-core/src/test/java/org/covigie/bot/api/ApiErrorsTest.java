package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ApiErrorsTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ApiErrors errors = new ApiErrors(JsonMapper.shared());

    private int answered(String path, Exception failure) {
        boolean answered = errors.resolveException(new MockHttpServletRequest("GET", path), response, null,
                failure) != null;
        return answered ? response.getStatus() : 0;
    }

    @Test
    void whoComesAtTheSameMomentIsToldSo() {
        assertThat(answered("/api/v1/signals/x", new ObjectOptimisticLockingFailureException(String.class, 1)))
                .isEqualTo(409);
        assertThat(answered("/api/v1/signals/x", new CannotAcquireLockException("no"))).isEqualTo(409);
    }

    @Test
    void withoutADatabaseTheAnswerIs503() {
        assertThat(answered("/api/v1/signals", new DataAccessResourceFailureException("away"))).isEqualTo(503);
    }

    @Test
    void anUnexpectedFailureIs500AndItsWordsAreToldToNobody(CapturedOutput output) throws Exception {
        assertThat(answered("/api/v1/signals", new IllegalStateException("geheim", new RuntimeException("geheim"))))
                .isEqualTo(500);
        assertThat(response.getContentAsString()).doesNotContain("geheim");
        assertThat(output.toString()).contains("java.lang.IllegalStateException").doesNotContain("geheim");
    }

    @Test
    void pagesAndAnswersUnderWayAreLeftToOthers() {
        assertThat(answered("/register", new IllegalStateException())).isZero();
        response.setCommitted(true);
        assertThat(answered("/api/v1/signals.csv", new IllegalStateException())).isZero();
    }
}
