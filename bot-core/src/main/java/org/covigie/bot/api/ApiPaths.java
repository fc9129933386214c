package org.covigie.bot.api;

import jakarta.servlet.http.HttpServletRequest;

/** Which requests are the interface's own. */
final class ApiPaths {
    private ApiPaths() {}

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    static boolean isApi(HttpServletRequest request) {
        return isApi(path(request));
    }

    /** The path without the context's. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
