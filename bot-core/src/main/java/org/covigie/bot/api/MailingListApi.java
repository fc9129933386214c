package org.covigie.bot.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.covigie.bot.mail.MailingList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The operator's list of bodies that get every synthesis by mail. */
@RestController
@RequestMapping("/api/v1/mailing-list")
@Tag(name = "mailing list", description = "Professional bodies and authorities that get every synthesis by mail.")
class MailingListApi {
    private final MailingList list;

    MailingListApi(MailingList list) {
        this.list = list;
    }

    /** What is put on the list; {@code language} is fr or en, fr when it is missing. */
    @Schema(name = "ListedAddress", requiredProperties = {"address", "name"})
    record Handed(String address, String name, @Nullable String language) {}

    @GetMapping
    @Operation(summary = "A page of the list, the oldest first", description = "Status ACTIVE; LEFT: the reader has "
            + "unsubscribed; REFUSED: the mailbox takes no mail.")
    PageOf<MailingList.Listed> page(@RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = PageOf.SIZE) int size) {
        PageOf.check(page, size);
        MailingList.Page found = list.page(page, size);
        return new PageOf<>(found.items(), page, size, found.total());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Puts an address on the list", description = "An address that is on it already gets the new "
            + "name and language; whoever has unsubscribed stays so until taken off the list.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(schema = @Schema(implementation = Handed.class)))
    @ApiResponse(responseCode = "201", description = "On the list")
    @ApiResponse(responseCode = "200", description = "It was on the list already")
    @ApiResponse(responseCode = "400", description = "The detail says which member is wrong")
    ResponseEntity<MailingList.Listed> add(@RequestBody JsonNode json) {
        Body body = new Body(json);
        String address = body.text("address");
        String name = body.text("name");
        if (name == null || name.isBlank() || name.strip().length() > MailingList.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal
                    .bad("The member name must hold 1 to " + MailingList.LONGEST_NAME + " characters in one line.");
        }
        MailingList.Added added = list.add(address == null ? "" : address, name.strip(), language(body))
                .orElseThrow(() -> Refusal.bad("The member address must be an e-mail address."));
        return ResponseEntity.status(added.fresh() ? HttpStatus.CREATED : HttpStatus.OK).body(added.listed());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an address off the list")
    @ApiResponse(responseCode = "204", description = "It is off the list")
    @ApiResponse(responseCode = "404", description = "It is not on the list")
    void remove(@PathVariable UUID id) {
        if (!list.remove(id)) {
            throw Refusal.missing();
        }
    }

    private static Locale language(Body body) {
        String language = body.text("language");
        if (language == null || language.equals("fr")) {
            return Locale.FRENCH;
        }
        if (language.equals("en")) {
            return Locale.ENGLISH;
        }
        throw Refusal.bad("The member language must be fr or en.");
    }
}
