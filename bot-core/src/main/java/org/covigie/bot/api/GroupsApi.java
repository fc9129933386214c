package org.covigie.bot.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.covigie.bot.groups.Groups;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The groups, to read. */
@RestController
@RequestMapping("/api/v1/groups")
@Tag(name = "groups", description = "The clinicians’ groups: settings and roles, no people.")
class GroupsApi {
    private final Groups groups;

    GroupsApi(Groups groups) {
        this.groups = groups;
    }

    @GetMapping
    @Operation(summary = "A page of groups, newest first")
    PageOf<GroupDocument> page(@RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = PageOf.SIZE) int size) {
        PageOf.check(page, size);
        return new PageOf<>(groups.all(page, size).stream().map(GroupDocument::of).toList(), page, size,
                groups.count());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One group")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such group")
    GroupDocument one(@PathVariable long id) {
        return groups.find(id).map(GroupDocument::of).orElseThrow(Refusal::missing);
    }
}
