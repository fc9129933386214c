package org.covigie.bot.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with a request, as {@code application/problem+json} (rfc-editor.org/rfc/rfc9457). Never repeats what somebody
 * sent.
 *
 * @param detail one sentence for whoever wrote the client
 * @param more   further members, for programs
 */
record Problem(HttpStatus status, String detail, Map<String, Object> more) {
    static final String JSON = "application/problem+json";

    /** How a problem reads, for the description of the interface. */
    @Schema(name = "Problem")
    record Shape(String type, String title, int status, String detail, String instance) {}

    static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    void write(HttpServletRequest request, HttpServletResponse response, JsonMapper json) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", status.getReasonPhrase());
        members.put("status", status.value());
        members.put("detail", detail);
        // of a forwarded request the address that was called, not the error page's
        Object called = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        members.put("instance", called == null ? request.getRequestURI() : called);
        members.putAll(more);
        byte[] body = json.writeValueAsBytes(members);
        response.resetBuffer();
        response.setStatus(status.value());
        response.setCharacterEncoding((String) null);
        response.setContentType(JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
