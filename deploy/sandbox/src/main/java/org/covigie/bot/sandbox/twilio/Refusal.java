package org.covigie.bot.sandbox.twilio;

import tools.jackson.databind.node.ObjectNode;

/** Twilio says no: its code and words, and the HTTP status; see twilio.com/docs/api/errors. */
@SuppressWarnings("serial")
final class Refusal extends RuntimeException {

    final int status;
    final int code;

    Refusal(int status, int code, String words) {
        super(words, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Refusal bad(int code, String words) {
        return new Refusal(400, code, words);
    }

    static Refusal notFound(String path) {
        return new Refusal(404, 20404, "The requested resource " + path + " was not found");
    }

    static Refusal unauthorized() {
        return new Refusal(401, 20003, "Authenticate");
    }

    static Refusal tooMany() {
        return new Refusal(429, 20429, "Too Many Requests");
    }

    static Refusal broken() {
        return new Refusal(500, 20500, "An internal server error has occurred");
    }

    ObjectNode json() {
        return Json.object().put("code", code).put("message", String.valueOf(getMessage()))
                .put("more_info", "https://www.twilio.com/docs/errors/" + code).put("status", status);
    }
}
