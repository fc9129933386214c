package org.covigie.bot.signals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.groups.ConsentGiven;
import org.covigie.bot.groups.ConsentRefused;
import org.covigie.bot.groups.Groups;
import org.jspecify.annotations.Nullable;
import org.covigie.bot.screening.Beside;
import org.covigie.bot.screening.Screening;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signals of all groups: finding them, reviewing drafts, sending them off. Optimistic locks keep every edit. */
@Service
@Transactional
public class Signals {
    private static final Sort NEWEST_FIRST = Sort.by("taggedAt", "id").descending();

    private final SignalRows rows;
    private final Groups groups;
    private final Screening screening;
    private final Publisher publisher;
    private final InstantSource clock;

    Signals(SignalRows rows, Groups groups, Screening screening, Publisher publisher, InstantSource clock) {
        this.rows = rows;
        this.groups = groups;
        this.screening = screening;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What a reader of many signals wants; a null leaves that open. */
    public record Wanted(@Nullable Status status, @Nullable Kind kind, @Nullable Long group, @Nullable Instant since) {}

    /** A page of signals. */
    public record Found(List<SignalDocument> items, int page, int size, long total) {}

    /** What came of a change. */
    public sealed interface Changed {
        /** Done. */
        record Done(SignalDocument signal) implements Changed {}

        /** There is no such signal. */
        record Missing() implements Changed {}

        /** It is no draft any more. */
        record NotDraft(Status status) implements Changed {}

        /** Somebody changed it since the reader saw it; this is what it says now. */
        record Stale(SignalDocument now) implements Changed {}

        /** It may not be published yet; the keys name the rules. */
        record Held(List<String> rules) implements Changed {}
    }

    @Transactional(readOnly = true)
    public Found find(Wanted wanted, int page, int size) {
        Page<SignalRow> found = rows.findAll(Wishes.wanted(wanted), PageRequest.of(page, size, NEWEST_FIRST));
        return new Found(found.stream().map(this::document).toList(), page, size, found.getTotalElements());
    }

    /**
     * The next of the wanted signals, newest first, for a reader who goes through all of them: who comes or goes meanwhile makes
     * no other be missed or met twice, as pages would.
     *
     * @param last the last one met, null at the beginning
     * @param most how many at most; fewer mean the end
     */
    @Transactional(readOnly = true)
    public List<SignalDocument> after(Wanted wanted, @Nullable SignalDocument last, int most) {
        return rows
                .findBy(Wishes.wanted(wanted).and(Wishes.after(last)),
                        all -> all.sortBy(NEWEST_FIRST).limit(most).all())
                .stream().map(this::document).toList();
    }

    @Transactional(readOnly = true)
    public Optional<SignalDocument> find(UUID id) {
        return rows.findById(id).map(this::document);
    }

    /** The version of a signal, for conditional requests; it grows with every change. */
    @Transactional(readOnly = true)
    public Optional<Long> version(UUID id) {
        return rows.findById(id).map(row -> row.version);
    }

    /** Replaces text or kind of a draft; a null leaves it. The patient-data check runs again. */
    public Changed edit(UUID id, @Nullable String text, @Nullable Kind kind, @Nullable Long seenVersion) {
        return change(id, draft -> {
            if (seenVersion != null && seenVersion != draft.row().version) {
                return new Changed.Stale(document(draft.row()));
            }
            if (kind != null) {
                draft.kind(kind);
            }
            if (text != null) {
                draft.rewrite(screening.screen(Beside.nothing(draft.row().groupId), text, draft.row().note));
            }
            return new Changed.Done(saved(draft.row()));
        });
    }

    public Changed discard(UUID id) {
        return change(id, draft -> {
            draft.discard(clock.instant());
            return new Changed.Done(saved(draft.row()));
        });
    }

    /** Sends one draft off, unless a rule stands in the way. {@code person} is told what comes of it; null for the operator. */
    public Changed publish(UUID id, @Nullable Long person) {
        return change(id, draft -> {
            // an operator sees no picture, and none is sent
            List<String> broken = PublishingRules.broken(draft.row()).stream()
                    .filter(rule -> person != null || rule != PublishingRules.MEDIA_LOOKED_AT)
                    .map(PublishingRules.Rule::key).toList();
            if (!broken.isEmpty()) {
                return new Changed.Held(broken);
            }
            draft.publish(person, UUID.randomUUID(), clock.instant());
            SignalDocument document = saved(draft.row());
            publisher.start(id, draft.row().round);
            return new Changed.Done(document);
        });
    }

    /** What goes off to the platform, and what stays and why. */
    record Sending(List<SignalRow> going, List<SignalRow> held) {}

    Sending publishAll(List<SignalRow> drafts, long person) {
        List<SignalRow> going = new ArrayList<>();
        List<SignalRow> held = new ArrayList<>();
        UUID batch = UUID.randomUUID();
        for (SignalRow row : drafts) {
            if (row.status == Status.DRAFT && PublishingRules.broken(row).isEmpty()) {
                new Signal.Draft(row).publish(person, batch, clock.instant());
                going.add(row);
            } else {
                held.add(row);
            }
        }
        rows.flush();
        going.forEach(row -> publisher.start(row.id, row.round));
        return new Sending(going, held);
    }

    /** The author agrees: drafts of theirs in this group are no longer held for it. */
    @EventListener
    void on(ConsentGiven given) {
        rows.findByAuthorIdAndGroupIdAndStatusOrderByNumber(given.person(), given.group(), Status.DRAFT)
                .forEach(row -> new Signal.Draft(row).agreed());
    }

    /** The author refuses: drafts of theirs in this group are withdrawn. */
    @EventListener
    void on(ConsentRefused refused) {
        rows.findByAuthorIdAndGroupIdAndStatusOrderByNumber(refused.person(), refused.group(), Status.DRAFT)
                .forEach(row -> new Signal.Draft(row).withdraw(clock.instant()));
        rows.findByAuthorIdAndGroupIdAndStatusOrderByNumber(refused.person(), refused.group(), Status.DISCARDED)
                .forEach(row -> new Signal.Discarded(row).revive(false).withdraw(clock.instant()));
        rows.findByAuthorIdAndGroupIdAndStatusOrderByNumber(refused.person(), refused.group(), Status.PUBLISHING)
                .forEach(row -> new Signal.Publishing(row).heldForAuthor());
    }

    SignalDocument document(SignalRow row) {
        String name = groups.info(row.groupId).map(info -> info.title()).orElse("");
        SignalDocument.AtPlatform platform = row.platformId == null && row.platformUrl == null
                ? null
                : new SignalDocument.AtPlatform(row.platformId, row.platformUrl);
        return new SignalDocument(row.id, row.number, row.kind, row.status, row.holds(), row.text, row.note,
                new SignalDocument.InGroup(row.groupId, name), row.channel, row.authorProfession, row.department,
                row.sourceAt, row.taggedAt, row.publishedAt, rows.linked(row.id), platform,
                Findings.read(row.findings));
    }

    private SignalDocument saved(SignalRow row) {
        return document(rows.saveAndFlush(row));
    }

    private Changed change(UUID id, java.util.function.Function<Signal.Draft, Changed> change) {
        return rows.findById(id).<Changed>map(row -> row.status == Status.DRAFT
                ? change.apply(new Signal.Draft(row))
                : new Changed.NotDraft(row.status)).orElseGet(Changed.Missing::new);
    }
}
