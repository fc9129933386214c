package org.covigie.bot.signals;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.groups.Consent;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.covigie.bot.screening.Beside;
import org.covigie.bot.screening.Doubt;
import org.covigie.bot.screening.Screened;
import org.covigie.bot.screening.Screening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a tagged message a draft, changes the tag, takes it back. One message is one signal, however often it is tagged. */
@Service
@Transactional
class Tagging {
    private final SignalRows rows;
    private final Groups groups;
    private final People people;
    private final Screening screening;
    private final Recent recent;
    private final Vault vault;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Tagging(SignalRows rows, Groups groups, People people, Screening screening, Recent recent, Vault vault,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.groups = groups;
        this.people = people;
        this.screening = screening;
        this.recent = recent;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    /** What came of a tag. */
    sealed interface Tagged {}

    /**
     * There is a draft now.
     *
     * @param author    who wrote it, where the channel tells and this is new to them
     * @param askAuthor whether the author is to be asked for consent
     * @param found     what was found in it that its author is to hear of; null when they have heard before
     */
    record Drafted(SignalRow row, @Nullable Person author, boolean askAuthor, Screened.@Nullable Part found)
            implements
                Tagged {}

    /** The draft has another kind or tagger now. */
    record Retagged(SignalRow row, @Nullable Long earlierTagger) implements Tagged {}

    /** It is beyond tagging. */
    record Closed(Status status, int number) implements Tagged {}

    Tagged tag(GroupInfo group, Kind kind, Quoted source, @Nullable String note, Person tagger) {
        Optional<SignalRow> known = rows.findBySourcePrint(print(group.chat(), source.message(), source.album()));
        if (known.isEmpty()) {
            return draft(group, kind, source, note, tagger);
        }
        SignalRow row = known.get();
        return switch (Signal.of(row)) {
            case Signal.Draft draft -> retag(draft, kind, note, tagger);
            case Signal.Discarded discarded -> {
                Signal.Draft draft = discarded.revive(agreed(group.id(), row.authorId))
                        .retag(kind, tagger.id(), clock.instant());
                String kept = note != null ? note : row.note;
                if (row.rewritten) {
                    note(draft, kept);
                } else if (!source.text().isEmpty()) {
                    draft.text(screened(group, source, Findings.doubts(row.vouched), kept));
                }
                yield new Drafted(row, null, false, null);
            }
            case Signal.Publishing publishing -> new Closed(Status.PUBLISHING, row.number);
            case Signal.Published published -> new Closed(Status.PUBLISHED, row.number);
            case Signal.Withdrawn withdrawn -> new Closed(Status.WITHDRAWN, row.number);
        };
    }

    private Tagged retag(Signal.Draft draft, Kind kind, @Nullable String note, Person tagger) {
        SignalRow row = draft.row();
        Long earlier = row.kind != kind && row.taggerId != null && row.taggerId != tagger.id() ? row.taggerId : null;
        if (row.kind != kind) {
            draft.retag(kind, tagger.id(), clock.instant());
        }
        if (note != null) {
            note(draft, note);
        }
        return new Retagged(row, earlier);
    }

    private Tagged draft(GroupInfo group, Kind kind, Quoted source, @Nullable String note, Person tagger) {
        Sender sender = source.author();
        Person author = sender == null || sender.anonymous() ? null : people.meet(sender.address());
        SignalRow row = new SignalRow();
        row.fresh = true;
        row.id = UUID.randomUUID();
        row.groupId = group.id();
        row.number = groups.nextNumber(group.id(), "signal");
        row.kind = kind;
        row.status = Status.DRAFT;
        row.sourcePrint = print(group.chat(), source.message(), source.album());
        row.sourceMessage = vault.seal(source.message());
        row.taggerId = tagger.id();
        row.channel = group.chat().channel();
        row.quotedPart = source.part() || !source.also().isEmpty();
        row.media = source.media();
        row.forwarded = source.forwarded();
        row.language = group.language().getLanguage();
        row.sourceAt = source.sentAt();
        row.taggedAt = clock.instant();
        Consent consent = author == null ? Consent.PENDING : groups.known(group.id(), author.id()).consent();
        row.authorConsent = consent != Consent.GIVEN;
        if (author != null) {
            row.authorId = author.id();
            row.authorProfession = author.profession();
            row.department = author.department();
        }
        Screened screened = screened(group, source, List.of(), note);
        new Signal.Draft(row).text(screened);
        rows.saveAndFlush(row);
        events.publishEvent(new SignalDrafted(row.id));
        boolean ask = author != null && row.authorConsent && groups.askConsentOnce(group.id(), author.id());
        return new Drafted(row, author, ask, screened.text());
    }

    private void note(Signal.Draft draft, @Nullable String note) {
        if (note != null) {
            SignalRow row = draft.row();
            draft.note(screening.note(Beside.nothing(row.groupId), row.text, note), Screening.reaction(row.text, note));
        }
    }

    private Screened screened(GroupInfo group, Quoted source, List<Doubt> vouched, @Nullable String note) {
        Sender author = source.author();
        return screening.screen(new Beside(group.id(), screening.justBefore(group.chat(),
                author == null ? null : author.address(), source.message(), source.sentAt()), vouched),
                source.text().text(), note);
    }

    /** Other words of a draft's author for it, seen beside what the same person wrote just before. */
    Screened screened(SignalRow row, Address chat, @Nullable Address author, String message, Words words) {
        return screening.screen(new Beside(row.groupId, screening.justBefore(chat, author, message, row.sourceAt),
                Findings.doubts(row.vouched)), words.text(), row.note);
    }

    /** A draft's message as memory holds it now, screened; empty when it has no words there. */
    Optional<Screened> remembered(SignalRow row) {
        String message = source(row);
        return message == null
                ? Optional.empty()
                : groups.info(row.groupId).flatMap(group -> recent.find(group.chat(), message)
                        .filter(quoted -> !quoted.text().isEmpty()).map(
                                quoted -> screened(group, quoted, Findings.doubts(row.vouched), row.note)));
    }

    /** Takes a tag back: the one on this message, or else the person's last in the group. Empty when there is none. */
    Optional<SignalRow> undo(GroupInfo group, @Nullable Quoted source, Person tagger, @Nullable Kind only) {
        Optional<SignalRow> row = source == null
                ? rows.findFirstByGroupIdAndTaggerIdAndStatusOrderByTaggedAtDesc(group.id(), tagger.id(), Status.DRAFT)
                : rows.findBySourcePrint(print(group.chat(), source.message(), source.album()));
        return row.filter(r -> r.status == Status.DRAFT && (only == null || r.kind == only)).map(r -> {
            new Signal.Draft(r).discard(clock.instant());
            return r;
        });
    }

    private boolean agreed(long group, @Nullable Long author) {
        return author != null && groups.member(group, author).filter(m -> m.consent() == Consent.GIVEN).isPresent();
    }

    /** The signal made of a message, if any. */
    Optional<SignalRow> of(Address chat, String message, @Nullable String album) {
        return rows.findBySourcePrint(print(chat, message, album));
    }

    /** The platform's id of the message a signal was made of. */
    @Nullable
    String source(SignalRow row) {
        return row.sourceMessage == null ? null : vault.openText(row.sourceMessage);
    }

    private String print(Address chat, String message, @Nullable String album) {
        return vault.fingerprint(chat.key() + (album == null ? "/" + message : "/album/" + album));
    }
}
