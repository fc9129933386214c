package org.covigie.bot.signals;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What signals keep of a person: drafts of that person's messages, and which drafts were tagged by them. Once forgotten,
 * unpublished drafts are withdrawn; what is published stays, without any link to the person.
 */
@Component
@Order(10)
@Transactional
class SignalsData implements PersonalData {
    private final SignalRows rows;
    private final InstantSource clock;

    SignalsData(SignalRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Set<String> keeps() {
        return Set.of("signal.author_id", "signal.tagger_id", "signal.publisher_id", "signal.source_message",
                "signal.source_print", "signal.text", "signal.note", "signal.author_profession", "signal.department",
                "draft_seen.person_id");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Datum> export(long person) {
        List<Datum> data = new ArrayList<>();
        for (SignalRow row : rows.findByAuthorIdOrderByTaggedAt(person)) {
            data.add(new Datum("signals.data.author",
                    List.of(String.valueOf(row.number), row.kind, row.status, row.taggedAt)));
            if (!row.text.isBlank()) {
                data.add(new Datum("signals.data.text", List.of(row.text)));
            }
        }
        int tagged = rows.countByTaggerId(person);
        if (tagged > 0) {
            data.add(new Datum("signals.data.tagger", List.of(tagged)));
        }
        int published = rows.countByPublisherId(person);
        if (published > 0) {
            data.add(new Datum("signals.data.publisher", List.of(published)));
        }
        int read = rows.countRead(person);
        if (read > 0) {
            data.add(new Datum("signals.data.reader", List.of(read)));
        }
        return data;
    }

    @Override
    public void forget(long person) {
        for (SignalRow row : rows.findByAuthorIdOrderByTaggedAt(person)) {
            switch (Signal.of(row)) {
                case Signal.Draft draft -> draft.withdraw(clock.instant());
                case Signal.Discarded discarded -> discarded.revive(false).withdraw(clock.instant());
                case Signal.Publishing publishing -> publishing.heldForAuthor();
                case Signal.Published published -> {
                }
                case Signal.Withdrawn withdrawn -> {
                }
            }
            row.sourceMessage = null;
            row.authorId = null;
            row.authorProfession = null;
            row.department = null;
        }
        rows.flush();
        rows.forgetTagger(person);
        rows.forgetPublisher(person);
        rows.forgetReader(person);
    }
}
