package org.covigie.bot.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A synthesis as other systems see it.
 *
 * @param externalId what the sender calls it
 * @param summary    a few lines, where there are any
 * @param url        where it is read
 * @param withdrawnAt when it was taken back; left out while it was not
 */
@JsonPropertyOrder({"id", "externalId", "title", "summary", "url", "language", "receivedAt", "withdrawnAt",
        "deliveries"})
public record Synthesis(UUID id, String externalId, String title, @Nullable String summary, String url, Locale language,
        Instant receivedAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant withdrawnAt,
        Deliveries deliveries) {
    /**
     * In how many groups it is.
     *
     * @param pending not yet there; grows while groups are still being seen to
     * @param failed  will not arrive there, or nobody will ever know
     */
    public record Deliveries(long pending, long sent, long failed) {}
}
