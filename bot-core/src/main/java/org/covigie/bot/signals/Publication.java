package org.covigie.bot.signals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Durability;
import org.covigie.bot.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of one publication: what is handed over, and what becomes of it; the correspondent is told once. */
@Service
class Publication {
    private final SignalRows rows;
    private final ObjectProvider<Signals> signals;
    private final ObjectProvider<Platform> platform;
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Durability durability;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Publication(SignalRows rows, ObjectProvider<Signals> signals, ObjectProvider<Platform> platform, Groups groups,
            People people, Replies replies, Durability durability, InstantSource clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.signals = signals;
        this.platform = platform;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.durability = durability;
        this.clock = clock;
        this.events = events;
    }

    /** What one try hands over, and when it was read that it may. */
    record Parcel(SignalDocument signal, String key, Instant since, Durability.Lifetime read) {}

    /** The signal as it goes; empty when it is no longer on its way, or when its author has taken it back meanwhile. */
    @Transactional
    public Optional<Parcel> open(UUID id) {
        Optional<SignalRow> found = rows.findById(id).filter(row -> row.status == Status.PUBLISHING);
        if (found.filter(row -> row.authorConsent).isPresent()) {
            found.map(Signal.Publishing::new).map(held -> held.refused(""))
                    .ifPresent(draft -> draft.withdraw(clock.instant()));
            return Optional.empty();
        }
        return found.map(row -> new Parcel(
                signals.getObject().document(row), new Signal.Publishing(row).idempotencyKey(), row.publishingSince,
                durability.lifetime()));
    }

    /** The one call; outside any transaction. */
    Platform.Outcome send(Parcel parcel) {
        durability.settle(parcel.read());
        return platform.getObject().publish(parcel.signal(), parcel.key());
    }

    /** It takes longer: the rest of its batch does not wait for it, and the correspondent is told so once. */
    @Transactional
    public void delayed(UUID id) {
        rows.batchOf(id).ifPresent(rows::lockBatch);
        rows.findById(id).filter(row -> row.status == Status.PUBLISHING).ifPresent(row -> {
            UUID batch = row.batch;
            if (batch == null || batch.equals(row.id)) {
                return;
            }
            row.batch = row.id;
            tell(row, Line.of("publish.delayed", String.valueOf(row.number)));
            rows.flush();
            report(batch);
        });
    }

    @Transactional
    public void settle(UUID id, Platform.Outcome outcome) {
        rows.batchOf(id).ifPresent(rows::lockBatch);
        rows.findById(id).filter(row -> row.status == Status.PUBLISHING).ifPresent(row -> {
            Signal.Publishing publishing = new Signal.Publishing(row);
            switch (outcome) {
                case Platform.Outcome.Taken taken -> {
                    publishing.taken(taken.id(), taken.url(), clock.instant());
                    events.publishEvent(new SignalPublished(id));
                }
                case Platform.Outcome.Refused refused -> publishing.refused(refused.reason());
                case Platform.Outcome.Later later -> {
                    return;
                }
            }
            rows.flush();
            if (row.batch != null) {
                report(row.batch);
            }
        });
    }

    /** When nothing of a batch is on its way any more, the one who sent it hears what became of each. */
    private void report(UUID batch) {
        List<SignalRow> all = rows.lockBatch(batch);
        if (all.isEmpty() || all.stream().anyMatch(row -> row.status == Status.PUBLISHING)) {
            return;
        }
        Line line = Line.empty();
        for (SignalRow row : all) {
            String number = String.valueOf(row.number);
            if (row.status == Status.PUBLISHED) {
                line = row.platformUrl == null
                        ? line.then("publish.done", number, row.kind)
                        : line.then("publish.done.url", number, row.kind, row.platformUrl);
            } else if (row.status == Status.DRAFT && row.refusal != null) {
                line = line.then("publish.refused", number, row.refusal);
            }
        }
        if (!line.parts().isEmpty()) {
            tell(all.getFirst(), line);
        }
    }

    private void tell(SignalRow row, Line line) {
        Optional<GroupInfo> group = groups.info(row.groupId);
        if (group.isEmpty()) {
            return;
        }
        // what the operator has sent concerns those who review in the group
        List<Long> readers = row.publisherId != null
                ? List.of(row.publisherId)
                : groups.correspondents(row.groupId).stream().map(m -> m.person()).toList();
        readers.forEach(reader -> people.byId(reader).ifPresent(person -> {
            Locale language = Languages.of(person, null, group.get());
            replies.privately(person, group.get(), null, "publish.outcome", line, language, true, null);
        }));
    }
}
