package org.covigie.bot.synthesis;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.patientdata.Check;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.PatientData;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came to be announced, and how far it has got. */
@Service
@Transactional
public class Syntheses {
    /** So much more than is shown is looked at, that what is cut in two is still seen whole; not all: it may be a book. */
    private static final int BEYOND = 200;

    private final SynthesisStore store;
    private final CorrectionStore corrections;
    private final PatientData patientData;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Syntheses(SynthesisStore store, CorrectionStore corrections, PatientData patientData, InstantSource clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.store = store;
        this.corrections = corrections;
        this.patientData = patientData;
        this.clock = clock;
    }

    /**
     * What came of handing something in.
     *
     * @param fresh false when it was there already, and nothing is announced again
     */
    public record Received(Synthesis synthesis, boolean fresh) {}

    /** A page, newest first. */
    public record Page(List<Synthesis> items, int page, int size, long total) {}

    /** As {@link #receive}; what points to a patient in its title or summary is masked: it goes to many. */
    public Received handIn(News news) {
        return receive(masked(news));
    }

    /** Takes it in; it is announced from then on. The same external id again gives what is there, whatever else it says. */
    public Received receive(News handed) {
        return receive(handed, true);
    }

    /** As {@link #receive}; it is announced once its page has been asked for its title. */
    Received receiveUntitled(News handed) {
        return receive(handed, false);
    }

    private Received receive(News handed, boolean titled) {
        News news = fitted(handed);
        UUID id = UUID.randomUUID();
        boolean fresh = store.add(id, news, clock.instant());
        if (fresh) {
            store.meant(id, news.groups() == null ? List.of() : news.groups());
            store.names(id, news.signals());
            if (titled) {
                events.publishEvent(new SynthesisReceived(id));
            } else {
                store.wantsTitle(id);
            }
        }
        return new Received(store.byExternalId(news.externalId()).orElseThrow(), fresh);
    }

    /**
     * What came of changing one.
     */
    public sealed interface Changed {
        /** It says so now, or did already: then nothing is sent. */
        record Done(Synthesis synthesis) implements Changed {}

        record Missing() implements Changed {}

        /** It was taken back, for good. */
        record Withdrawn() implements Changed {}
    }

    /**
     * Says it in other words: groups that have not been told of it yet hear of it so, the others see what they were told
     * changed, or are told so where that cannot be. What points to a patient is masked.
     */
    public Changed correct(UUID id, News handed) {
        Synthesis known = store.find(id).orElse(null);
        if (known == null) {
            return new Changed.Missing();
        }
        News news = fitted(masked(handed));
        if (corrections.change(id, news.title(), news.summary(), news.url())) {
            events.publishEvent(new SynthesisChanged(id, false));
        }
        Synthesis now = store.find(id).orElseThrow();
        return now.withdrawnAt() == null ? new Changed.Done(now) : new Changed.Withdrawn();
    }

    /** Takes it back, for good: groups that have not been told of it yet never are. False when there is none. */
    public boolean withdraw(UUID id) {
        if (corrections.withdraw(id, clock.instant())) {
            events.publishEvent(new SynthesisChanged(id, true));
        }
        return store.find(id).isPresent();
    }

    static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1) + "…";
    }

    private static News fitted(News news) {
        return news.saying(cut(news.title().replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), News.LONGEST_TITLE),
                news.summary() == null ? null : cut(news.summary().replace("\0", ""), News.LONGEST_SUMMARY));
    }

    private News masked(News news) {
        return news.saying(masked(news.title(), News.LONGEST_TITLE),
                news.summary() == null ? null : masked(news.summary(), News.LONGEST_SUMMARY));
    }

    private String masked(String whole, int shown) {
        String text = cut(whole, shown + BEYOND);
        Check check = patientData.check(text);
        return check.decision() == Decision.HOLD ? check.masked() : text;
    }

    @Transactional(readOnly = true)
    public Page page(int page, int size) {
        return new Page(store.page(page, size), page, size, store.count());
    }

    @Transactional(readOnly = true)
    public Optional<Synthesis> find(UUID id) {
        return store.find(id);
    }

    /** A group where it is, or is to be. */
    public record Reached(long group, String status, java.time.@org.jspecify.annotations.Nullable Instant settledAt) {}

    /** Where it is, or is to be, by group. */
    @Transactional(readOnly = true)
    public List<Reached> reached(UUID id, int page, int size) {
        return store.reached(id, page, size);
    }
}
