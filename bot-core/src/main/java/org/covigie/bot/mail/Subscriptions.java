package org.covigie.bot.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.covigie.bot.messaging.Restraint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People's subscriptions: asked for in private, confirmed by whoever reads the address, ended by a word or a click. */
@Service
@Transactional
public class Subscriptions {
    private static final int ASKED_A_DAY = 3;
    private static final Duration SAME_ADDRESS = Duration.ofHours(1);

    private final MailStore store;
    private final OutStore out;
    private final MailLinks links;
    private final Restraint restraint;
    private final InstantSource clock;

    Subscriptions(MailStore store, OutStore out, MailLinks links, Restraint restraint, InstantSource clock) {
        this.store = store;
        this.out = out;
        this.links = links;
        this.restraint = restraint;
        this.clock = clock;
    }

    /** What comes of asking. */
    enum Asked {
        /** A letter goes there, or went a short time ago: which of the two is not for the asker to know. */
        LETTER,
        /** The asker has confirmed this very address before. */
        HAS_IT,
        /** Enough letters were asked for today. */
        TOO_OFTEN
    }

    Asked ask(long person, MailAddress address, Locale language) {
        if (current(person).filter(one -> one.address().folded().equals(address.folded())).isPresent()) {
            return Asked.HAS_IT;
        }
        boolean allowed = IntStream.rangeClosed(1, ASKED_A_DAY)
                .anyMatch(n -> restraint.allows("mail person " + person + " " + n, Duration.ofDays(1)));
        if (!allowed) {
            return Asked.TOO_OFTEN;
        }
        if (restraint.allows("mail address " + store.print(address), SAME_ADDRESS)) {
            store.of(person).stream().filter(one -> one.status() == Subscription.Status.ASKED)
                    .forEach(one -> store.delete(one.id()));
            UUID id = UUID.randomUUID();
            Instant now = clock.instant();
            store.add(new Subscription(id, person, null, address, language, Subscription.Status.ASKED, now),
                    id.toString());
            out.askToConfirm(id, now);
        }
        return Asked.LETTER;
    }

    /** Where this person gets syntheses now. */
    @Transactional(readOnly = true)
    Optional<Subscription> current(long person) {
        return store.of(person).stream().filter(one -> one.status() == Subscription.Status.ACTIVE).findFirst();
    }

    /** @return whether there was anything, confirmed or not */
    boolean leave(long person) {
        return store.forget(person) > 0;
    }

    /** What this person has and has asked for. */
    @Transactional(readOnly = true)
    List<Subscription> of(long person) {
        return store.of(person);
    }

    /** Where a link that confirms leads: the subscription as it stands, nothing when the link is wrong or too old. */
    Optional<Subscription> confirmable(String token) {
        return store.byToken(links.print(token)).filter(one -> one.status() == Subscription.Status.ACTIVE
                || one.since().plus(Letters.CONFIRMABLE).isAfter(clock.instant()));
    }

    /** Twice is as good as once. */
    Optional<Subscription> confirm(String token) {
        Optional<Subscription> found = confirmable(token);
        found.filter(one -> one.status() == Subscription.Status.ASKED)
                .ifPresent(one -> store.confirm(one, clock.instant()));
        return found;
    }

    /**
     * Where a link that ends leads.
     *
     * @param subscription null when it has ended already
     */
    record Leaving(@Nullable Subscription subscription) {}

    /** Nothing when the link is none of ours. */
    @Transactional(readOnly = true)
    Optional<Leaving> leavable(String token) {
        return links.left(token).map(id -> new Leaving(
                store.find(id).filter(one -> one.status() == Subscription.Status.ACTIVE).orElse(null)));
    }

    /** Whoever reads the address wants no more there, whoever has asked for it; false when the link is none of ours. */
    boolean leave(String token) {
        Optional<Leaving> leaving = leavable(token);
        leaving.map(Leaving::subscription)
                .ifPresent(one -> store.sameAddress(one.address())
                        .forEach(same -> store.end(same, Subscription.Status.LEFT, clock.instant())));
        return leaving.isPresent();
    }
}
