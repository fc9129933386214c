package org.covigie.bot.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** What nobody else has answered: a problem for programs, a short page for people. */
@Controller
class ErrorPages implements ErrorController {
    private final JsonMapper json;

    ErrorPages(JsonMapper json) {
        this.json = json;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                && HttpStatus.resolve(code) instanceof HttpStatus known ? known : HttpStatus.NOT_FOUND;
        boolean api = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && ApiPaths.isApi(path.substring(request.getContextPath().length()));
        String accept = String.valueOf(request.getHeader("Accept"));
        if (accept.contains("text/html") && !api) {
            ModelAndView page = new ModelAndView("register/error", status);
            page.addObject("status", status.value());
            return page;
        }
        Problem.of(status, status.is5xxServerError() ? "Something went wrong here." : "There is nothing for you here.")
                .write(request, response, json);
        return null;
    }
}
