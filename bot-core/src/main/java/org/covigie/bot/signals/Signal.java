package org.covigie.bot.signals;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.screening.Screened;
import org.jspecify.annotations.Nullable;

/** A signal in one of its states; what may happen to it next is a method of the state it is in. */
sealed interface Signal {
    SignalRow row();

    static Signal of(SignalRow row) {
        return switch (row.status) {
            case DRAFT -> new Draft(row);
            case PUBLISHING -> new Publishing(row);
            case PUBLISHED -> new Published(row);
            case DISCARDED -> new Discarded(row);
            case WITHDRAWN -> new Withdrawn(row);
        };
    }

    /** Waits in the queue. */
    record Draft(SignalRow row) implements Signal {
        Draft retag(Kind kind, long tagger, Instant now) {
            row.kind = kind;
            row.taggerId = tagger;
            row.taggedAt = now;
            return this;
        }

        /** Takes a text that has been screened; nothing found lifts the hold, unless it has to be read all the same. */
        Draft text(Screened screened) {
            row.text = screened.text().masked();
            row.edition = row.edition + 1;
            row.findings = Findings.write(screened.text().findings());
            row.doubts = Findings.writeDoubts(screened.text().doubts());
            noted(screened.note());
            row.doubted |= screened.beside();
            row.patientData = screened.held() || row.doubted;
            row.drugReaction = screened.drugReaction() && !row.drugSettled;
            row.refusal = null;
            return this;
        }

        /** Its author has changed the message: what was said of the words and the picture before was said of others. */
        Draft edited(Screened screened) {
            row.drugSettled = false;
            row.mediaSeen = false;
            return text(screened);
        }

        /** Takes a note that has been screened; what it adds has to be seen before anything is edited. */
        Draft note(Screened.Part note, boolean drugReaction) {
            noted(note);
            row.patientData |= note.decision() != Decision.CLEAR;
            row.drugReaction |= drugReaction && !row.drugSettled;
            row.edition = row.edition + 1;
            return this;
        }

        /** What is kept of a note already has lost its doubts with its words; they stay. */
        private void noted(Screened.@Nullable Part note) {
            String words = note == null ? null : note.masked();
            if (!Objects.equals(row.note, words)) {
                row.note = words;
                row.noteDoubts = note == null ? "" : Findings.writeDoubts(note.doubts());
            }
        }

        Draft kind(Kind kind) {
            row.kind = kind;
            return this;
        }

        /** The correspondent wrote the text, or has read it as it stands; from now on it no longer follows its source. */
        Draft rewrite(Screened screened) {
            row.rewritten = true;
            return read().text(screened);
        }

        /** A correspondent has read it; nothing has to be read again. */
        Draft read() {
            row.doubted = false;
            row.vouched = "";
            return this;
        }

        /** A correspondent has said that what was found in its text is no patient. */
        Draft cleared() {
            row.vouched = Findings.writeDoubts(
                    Stream.concat(Findings.doubts(row.vouched).stream(), Findings.doubts(row.doubts).stream())
                            .distinct()
                            .toList());
            row.doubted = false;
            return this;
        }

        /** Its author has said that what was found is no patient; a correspondent reads it before it leaves. */
        Draft vouched() {
            cleared();
            row.doubts = "";
            row.doubted = true;
            return this;
        }

        /** Somebody has said what was found to be no patient, and the words themselves are gone: what is masked stays masked. */
        Draft dismissed() {
            row.doubts = "";
            row.noteDoubts = "";
            row.patientData = Findings.read(row.findings).stream().anyMatch(finding -> switch (finding.type()) {
                case NIR, BIRTH_DATE -> true;
                case NAME, DATE, PHONE, EMAIL, ADDRESS, RECORD_ID, AGE_OVER_89, INITIALS, OTHER -> false;
            });
            return this;
        }

        /** The correspondent has seen that nobody can be recognised in what comes with it. */
        Draft mediaSeen() {
            row.mediaSeen = true;
            return this;
        }

        /** The reaction to a medicine is declared where it belongs, or is none. */
        Draft drugSettled() {
            row.drugSettled = true;
            row.drugReaction = false;
            return this;
        }

        Draft agreed() {
            row.authorConsent = false;
            return this;
        }

        Discarded discard(Instant now) {
            row.status = Status.DISCARDED;
            row.closedAt = now;
            return new Discarded(row);
        }

        /** Leaves for good at its author's wish: the words are erased at once. */
        Withdrawn withdraw(Instant now) {
            row.status = Status.WITHDRAWN;
            row.closedAt = now;
            row.text = "";
            row.note = null;
            row.findings = "";
            row.doubts = "";
            row.noteDoubts = "";
            row.vouched = "";
            return new Withdrawn(row);
        }

        /** Off to the platform; the round makes the idempotency key of this attempt and all its repetitions. */
        Publishing publish(@Nullable Long publisher, UUID batch, Instant now) {
            row.status = Status.PUBLISHING;
            row.publisherId = publisher;
            row.batch = batch;
            row.publishingSince = now;
            row.round = row.round + 1;
            row.refusal = null;
            return new Publishing(row);
        }

        List<Hold> holds() {
            return row.holds();
        }
    }

    /** On its way to the platform. */
    record Publishing(SignalRow row) implements Signal {
        /** The same for every repetition of this attempt, across restarts. */
        String idempotencyKey() {
            return row.id + "-" + row.round;
        }

        Published taken(@Nullable String platformId, @Nullable String platformUrl, Instant now) {
            row.status = Status.PUBLISHED;
            row.platformId = platformId;
            row.platformUrl = platformUrl;
            row.publishedAt = now;
            row.doubts = "";
            row.noteDoubts = "";
            row.vouched = "";
            return new Published(row);
        }

        /** Back to the queue, with the reason. */
        Draft refused(String reason) {
            row.status = Status.DRAFT;
            row.refusal = reason.length() <= 500 ? reason : reason.substring(0, 499) + "…";
            return new Draft(row);
        }

        /** The author took consent back while it was on its way: it is not handed over any more. */
        Publishing heldForAuthor() {
            row.authorConsent = true;
            return this;
        }
    }

    /** The platform has it. */
    record Published(SignalRow row) implements Signal {}

    /** Left the queue; kept until retention ends. */
    record Discarded(SignalRow row) implements Signal {
        /** Tagged again; the author may have changed their mind meanwhile. */
        Draft revive(boolean agreed) {
            row.status = Status.DRAFT;
            row.closedAt = null;
            row.authorConsent = !agreed;
            row.mediaSeen = false;
            return new Draft(row);
        }
    }

    /** Its author has taken it back. */
    record Withdrawn(SignalRow row) implements Signal {}
}
