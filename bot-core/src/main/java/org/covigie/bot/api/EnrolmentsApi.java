package org.covigie.bot.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.covigie.bot.enrolment.EnrolmentDocument;
import org.covigie.bot.enrolment.EnrolmentStatus;
import org.covigie.bot.enrolment.Enrolments;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The requests to join, to read only: no program approves in the animator's place. */
@RestController
@RequestMapping("/api/v1/enrolments")
@Tag(name = "enrolments", description = "Requests to join a group: status and answers, no people. Read only.")
class EnrolmentsApi {
    private final Enrolments enrolments;

    EnrolmentsApi(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @GetMapping
    @Operation(summary = "A page of requests, newest first")
    PageOf<EnrolmentDocument> page(@RequestParam(required = false) @Nullable EnrolmentStatus status,
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = PageOf.SIZE) int size) {
        PageOf.check(page, size);
        Enrolments.Page found = enrolments.find(status, page, size);
        return new PageOf<>(found.items(), page, size, found.total());
    }
}
