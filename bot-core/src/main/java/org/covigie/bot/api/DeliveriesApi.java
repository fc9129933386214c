package org.covigie.bot.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.covigie.bot.messaging.Deliveries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of what the bot sent, to read. */
@RestController
@RequestMapping("/api/v1/deliveries")
@Tag(name = "deliveries", description = "What became of what the bot sent: never to whom, never the words.")
class DeliveriesApi {
    private final Deliveries deliveries;

    DeliveriesApi(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * One delivery.
     *
     * @param code the provider's last code
     */
    @JsonPropertyOrder({"id", "channel", "kind", "status", "code", "attempts", "createdAt", "finalAt"})
    record DeliveryDocument(long id, String channel, String kind, Deliveries.Status status, @Nullable String code,
            int attempts,
            Instant createdAt, @Nullable Instant finalAt) {
        static DeliveryDocument of(Deliveries.Delivery delivery) {
            return new DeliveryDocument(delivery.id(), delivery.channel(), delivery.kind(), delivery.status(),
                    delivery.code(),
                    delivery.attempts(), delivery.createdAt(), delivery.finalAt());
        }
    }

    @GetMapping
    @Operation(summary = "A page of deliveries, newest first")
    @ApiResponse(responseCode = "200")
    PageOf<DeliveryDocument> page(@RequestParam(required = false) Deliveries.@Nullable Status status,
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = PageOf.SIZE) int size) {
        PageOf.check(page, size);
        Deliveries.Page found = deliveries.page(status, page, size);
        return new PageOf<>(found.items().stream().map(DeliveryDocument::of).toList(), page, size, found.total());
    }
}
