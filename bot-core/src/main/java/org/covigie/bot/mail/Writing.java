package org.covigie.bot.mail;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.synthesis.Syntheses;
import org.covigie.bot.synthesis.Synthesis;
import org.springframework.stereotype.Component;

/** Writes a letter when its turn has come, as things stand then, and ends what its mailbox refuses. */
@Component
class Writing {
    private final MailStore store;
    private final Letters letters;
    private final MailLinks links;
    private final Syntheses syntheses;
    private final People people;
    private final Replies replies;
    private final InstantSource clock;

    Writing(MailStore store, Letters letters, MailLinks links, Syntheses syntheses, People people, Replies replies,
            InstantSource clock) {
        this.store = store;
        this.letters = letters;
        this.links = links;
        this.syntheses = syntheses;
        this.people = people;
        this.replies = replies;
        this.clock = clock;
    }

    /** Empty when there is nothing to say any more: confirmed or left meanwhile, the synthesis withdrawn. */
    Optional<Letter> write(OutStore.Due due) {
        Optional<Subscription> to = store.find(due.subscription());
        UUID synthesis = due.synthesis();
        if (synthesis == null) {
            return to.filter(one -> one.status() == Subscription.Status.ASKED).map(one -> {
                // made here, so that no token lies anywhere before it is sent
                String token = links.freshToken();
                store.token(one.id(), links.print(token), clock.instant());
                return letters.confirmation(due.id(), one, token);
            });
        }
        return to.filter(one -> one.status() == Subscription.Status.ACTIVE)
                .flatMap(one -> syntheses.find(synthesis)
                        .flatMap(found -> letter(due, one, found)));
    }

    private Optional<Letter> letter(OutStore.Due due, Subscription to, Synthesis found) {
        if (found.withdrawnAt() == null) {
            return Optional.of(due.revision() == 0
                    ? letters.synthesis(due.id(), to, language(to), found, due.urgent())
                    : letters.corrected(due.id(), to, language(to), found));
        }
        return due.revision() == 0
                ? Optional.empty()
                : Optional.of(letters.withdrawn(due.id(), to, language(to), found));
    }

    /** The mailbox is not there or wants nothing: no more is sent, and who asked for it hears so, once. */
    void refused(OutStore.Due due) {
        store.find(due.subscription()).ifPresent(one -> {
            store.end(one, Subscription.Status.REFUSED, clock.instant());
            person(one).ifPresent(reader -> replies.privately(reader, null, null, "mail.refused",
                    Line.of("mail.refused", one.address().masked()), language(one), false, null));
        });
    }

    private Optional<Person> person(Subscription one) {
        Long person = one.person();
        return person == null ? Optional.empty() : people.byId(person);
    }

    /** The language chosen since counts. */
    private Locale language(Subscription one) {
        return person(one).map(reader -> Languages.of(reader, one.language().getLanguage(), null))
                .orElse(one.language());
    }
}
