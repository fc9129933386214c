package org.covigie.bot.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.covigie.bot.register.Confirmed;
import org.covigie.bot.signals.Kind;
import org.covigie.bot.signals.SignalDocument;
import org.jspecify.annotations.Nullable;

/**
 * A published signal as everybody may read it by machine: no more than the page shows.
 *
 * @param group   its group's name
 * @param answers ids of the published signals linked with it
 * @param url     its permanent address
 * @param corroborations how many have met the same; in a file their total, empty when there are too few
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PublicSignal(UUID id, Kind kind, String text, @Nullable String note, String group,
        @Nullable String authorProfession, @Nullable String department, Instant publishedAt, List<UUID> answers,
        String url, Confirmed corroborations) {
    static final List<String> HEADER = List.of("id", "kind", "text", "note", "group", "authorProfession", "department",
            "publishedAt", "answers", "url", "corroborations");

    static PublicSignal of(SignalDocument signal, List<SignalDocument> linked, String here,
            Confirmed confirmed) {
        return new PublicSignal(signal.id(), signal.kind(), signal.text(), signal.note(), signal.group().name(),
                signal.authorProfession(), signal.department(),
                Objects.requireNonNullElse(signal.publishedAt(), signal.taggedAt()),
                linked.stream().map(SignalDocument::id).toList(), Addresses.permalink(here, signal.id()), confirmed);
    }

    /** In the order of {@link #HEADER}. */
    List<String> cells() {
        return Stream.<String>of(id.toString(), kind.name(), text, Objects.requireNonNullElse(note, ""), group,
                Objects.requireNonNullElse(authorProfession, ""), Objects.requireNonNullElse(department, ""),
                publishedAt.toString(), answers.stream().map(UUID::toString).collect(Collectors.joining(" ")), url,
                corroborations.total() == 0 ? "" : String.valueOf(corroborations.total()))
                .map(Cell::harmless).toList();
    }
}
