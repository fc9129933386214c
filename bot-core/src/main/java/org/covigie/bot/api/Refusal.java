package org.covigie.bot.api;

import java.io.Serial;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Ends a request with a problem; the one exception here that is no bug, because it is how Spring MVC is left early. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static Refusal bad(String detail) {
        return of(HttpStatus.BAD_REQUEST, detail);
    }

    static Refusal missing() {
        return of(HttpStatus.NOT_FOUND, "There is nothing here.");
    }

    static Refusal of(HttpStatus status, String detail) {
        return new Refusal(Problem.of(status, detail));
    }

    static Refusal of(HttpStatus status, String detail, Map<String, Object> more) {
        return new Refusal(new Problem(status, detail, more));
    }

    Problem problem() {
        return problem;
    }
}
