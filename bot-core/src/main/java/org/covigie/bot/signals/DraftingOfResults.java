package org.covigie.bot.signals;

import java.time.InstantSource;
import java.util.UUID;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.groups.Drafting;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.Words;
import org.covigie.bot.vault.Vault;
import org.covigie.bot.screening.Beside;
import org.covigie.bot.screening.Screening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts of what nobody wrote: sums and results. What became of such a draft later is not turned back. */
@Service
@Transactional
class DraftingOfResults implements Drafting {
    private final SignalRows rows;
    private final Groups groups;
    private final Screening screening;
    private final Vault vault;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    DraftingOfResults(SignalRows rows, Groups groups, Screening screening, Vault vault, InstantSource clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.groups = groups;
        this.screening = screening;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Drafted draft(GroupInfo group, String kind, Words text, String sourceKey, long person) {
        String print = vault.fingerprint(sourceKey);
        SignalRow row = rows.findBySourcePrint(print).orElse(null);
        if (row == null) {
            return new Drafted(fresh(group, Kind.valueOf(kind), text, print, person).number, true);
        }
        switch (Signal.of(row)) {
            case Signal.Draft draft -> draft.retag(Kind.valueOf(kind), person, clock.instant());
            case Signal.Discarded discarded -> discarded.revive(true).retag(Kind.valueOf(kind), person,
                    clock.instant());
            case Signal.Publishing publishing -> {
            }
            case Signal.Published published -> {
            }
            case Signal.Withdrawn withdrawn -> {
            }
        }
        return new Drafted(row.number, row.status == Status.DRAFT);
    }

    private SignalRow fresh(GroupInfo group, Kind kind, Words text, String print, long person) {
        SignalRow row = new SignalRow();
        row.fresh = true;
        row.id = UUID.randomUUID();
        row.groupId = group.id();
        row.number = groups.nextNumber(group.id(), "signal");
        row.kind = kind;
        row.status = Status.DRAFT;
        row.sourcePrint = print;
        row.taggerId = person;
        row.channel = group.chat().channel();
        row.language = group.language().getLanguage();
        row.sourceAt = clock.instant();
        row.taggedAt = clock.instant();
        new Signal.Draft(row).text(screening.screen(Beside.nothing(group.id()), text.text(), null));
        rows.saveAndFlush(row);
        events.publishEvent(new SignalDrafted(row.id));
        return row;
    }
}
