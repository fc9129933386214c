package org.covigie.bot.signals;

import java.util.Optional;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Quote;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.People;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.screening.Screened;
import org.covigie.bot.screening.TakingDown;
import org.covigie.bot.messaging.Quoted;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** A draft follows its source: when the author edits the message, the text is taken anew and checked again. */
@Component
@Order(60)
@Transactional
class SourceEdits implements Sieve, Handler {
    private final Tagging tagging;
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final SignalRows rows;
    private final Told told;
    private final TakingDown takingDown;

    SourceEdits(Tagging tagging, Groups groups, People people, Replies replies, SignalRows rows, Told told,
            TakingDown takingDown) {
        this.tagging = tagging;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.rows = rows;
        this.told = told;
        this.takingDown = takingDown;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Incoming> keep(Incoming incoming) {
        return incoming instanceof Incoming.Edited edited && says(edited) && source(edited).isPresent()
                ? Optional.of(
                        new Incoming.Edited(edited.chat(), edited.sender().unnamed(), edited.message(), edited.album(),
                                edited.text(), edited.at()))
                : Optional.empty();
    }

    @Override
    public boolean handle(Incoming incoming) {
        if (!(incoming instanceof Incoming.Edited edited)) {
            return false;
        }
        source(edited).ifPresent(row -> {
            boolean clean = !row.patientData && !row.drugReaction;
            Screened screened = tagging.screened(row, edited.chat(), edited.sender().address(), edited.message(),
                    edited.text());
            if (row.rewritten || row.quotedPart) {
                tell(row, Line.of("signals.source-edited", String.valueOf(row.number),
                        new Quote(screened.text().masked())));
            } else if (!edited.text().isEmpty() || row.media) {
                new Signal.Draft(row).edited(screened);
                if (clean && (row.patientData || row.drugReaction)) {
                    found(edited, row, screened.text());
                }
            }
        });
        return true;
    }

    /** The pictures of an album share one draft, and all but one of them are without words. */
    private static boolean says(Incoming.Edited edited) {
        return edited.album() == null || !edited.text().isEmpty();
    }

    /** A correction that arrived while the tag was still being handled found no draft to follow; it is in memory, though. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void catchUp(SignalDrafted drafted) {
        rows.findById(drafted.id()).filter(row -> row.status == Status.DRAFT && !row.rewritten && !row.quotedPart)
                .ifPresent(row -> tagging.remembered(row).ifPresent(screened -> {
                    if (!screened.text().masked().equals(row.text)) {
                        new Signal.Draft(row).text(screened);
                    }
                }));
    }

    private Optional<SignalRow> source(Incoming.Edited edited) {
        return tagging.of(edited.chat(), edited.message(), edited.album()).filter(row -> row.status == Status.DRAFT);
    }

    /** A correction brought in what was not there before: the author and the correspondent hear of it as they do of a new draft. */
    private void found(Incoming.Edited edited, SignalRow row, Screened.Part found) {
        tell(row, told.holds(row));
        Long author = row.authorId;
        if (author == null || author.equals(row.taggerId) || found.types().isEmpty()) {
            return;
        }
        people.byId(author).ifPresent(person -> groups.info(row.groupId).ifPresent(group -> {
            boolean hint = found.decision() == Decision.HINT;
            boolean deleted = !hint && takingDown.takeDown(group, new Quoted(edited.message(), null, edited.text(),
                    edited.at(), edited.album(), row.media, row.forwarded, false, false, List.of()));
            replies.privately(person, group, null, hint ? "screening.hint" : "screening.hold",
                    told.found(row, found, group.title(), deleted), Languages.of(person, null, group), !hint,
                    hint ? Told.hint(row) : null);
        }));
    }

    /** The correspondent who tagged it. */
    private void tell(SignalRow row, Line line) {
        Long tagger = row.taggerId;
        if (tagger == null) {
            return;
        }
        people.byId(tagger)
                .ifPresent(person -> groups.info(row.groupId).ifPresent(group -> replies.privately(person, group,
                        null, "source.edited", line, Languages.of(person, null, group), false, null)));
    }
}
