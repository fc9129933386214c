package org.covigie.bot.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every failure under {@code /api}, also of requests no controller takes, becomes a problem. Not a controller advice: one that is
 * bound to this package is not asked about unknown paths and methods, and one that is not would answer for the pages too.
 */
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final JsonMapper json;

    ApiErrors(JsonMapper json) {
        this.json = json;
    }

    /** Before Spring's own. */
    @Override
    public int getOrder() {
        return -10;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        // of an answer under way nothing can be taken back: it breaks off, and the reader sees that
        if (!ApiPaths.isApi(request) || response.isCommitted()) {
            return null;
        }
        try {
            if (failure instanceof ErrorResponse known) {
                known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            }
            problem(failure).write(request, response, json);
            return new ModelAndView();
        } catch (IOException e) {
            return null;
        }
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.problem();
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case HttpMessageNotReadableException unreadable -> Problem.of(HttpStatus.BAD_REQUEST,
                    "The body is not the JSON that is expected here.");
            case ConcurrencyFailureException meanwhile -> Problem.of(HttpStatus.CONFLICT,
                    "Somebody changed it at the same moment; read it again.");
            case CannotCreateTransactionException away -> unavailable();
            case DataAccessResourceFailureException away -> unavailable();
            case ErrorResponse known -> known(HttpStatus.valueOf(known.getStatusCode().value()));
            default -> unexpected(failure);
        };
    }

    private static Problem unavailable() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database cannot be reached; try again later.");
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Refusal.missing().problem();
        }
        Class<?> type = mismatch.getRequiredType();
        String expected;
        if (type != null && type.isEnum()) {
            expected = Arrays.stream(type.getEnumConstants()).map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of ", ""));
        } else if (type == java.time.Instant.class) {
            expected = "a time such as 2026-11-23T08:00:00Z";
        } else {
            expected = "a whole number";
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "The parameter " + mismatch.getName() + " must be " + expected + ".");
    }

    private static Problem known(HttpStatus status) {
        return Problem.of(status, switch (status) {
            case NOT_FOUND -> "There is nothing here.";
            case METHOD_NOT_ALLOWED -> "This method is not possible here; the header Allow names those that are.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send JSON, with the header Content-Type: application/json.";
            case NOT_ACCEPTABLE -> "The answer cannot be given in a type that the header Accept allows.";
            default -> "The request cannot be read as it stands.";
        });
    }

    /** Logged without its message, which may quote what people wrote. */
    private static Problem unexpected(Exception failure) {
        String where = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.covigie"))
                .findFirst().map(StackTraceElement::toString).orElse("outside");
        Throwable cause = failure.getCause();
        LOG.error("api: unexpected {} at {}{}", failure.getClass().getName(), where,
                cause == null ? "" : ", caused by " + cause.getClass().getName());
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; it has been logged.");
    }
}
