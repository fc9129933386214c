package org.covigie.bot.signals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.covigie.bot.screening.MaskedFinding;
import org.jspecify.annotations.Nullable;

/**
 * A signal as other systems see it. It never holds an author's name, handle, number or chat id.
 *
 * @param number  counts from 1 in its group
 * @param text    the text, every finding replaced
 * @param channel the channel's short name
 * @param sourceAt when the message was written
 * @param answers ids of the signals linked with it: of a problem the solutions, of a solution the problems
 * @param findings where something was replaced in {@code text}, UTF-16 code units, end exclusive
 */
@JsonPropertyOrder({"id", "number", "kind", "status", "holds", "text", "note", "group", "channel", "authorProfession",
        "department", "sourceAt", "taggedAt", "publishedAt", "answers", "platform", "findings"})
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SignalDocument(UUID id, int number, Kind kind, Status status, List<Hold> holds, String text,
        @Nullable String note, InGroup group, String channel, @Nullable String authorProfession,
        @Nullable String department,
        Instant sourceAt, Instant taggedAt, @Nullable Instant publishedAt, List<UUID> answers,
        @Nullable AtPlatform platform,
        List<MaskedFinding> findings) {

    /** The group it comes from. */
    public record InGroup(long id, String name) {}

    /** What the platform calls it. */
    public record AtPlatform(@Nullable String id, @Nullable String url) {}
}
