package org.covigie.bot.mail;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The operator's list: professional bodies and authorities that get each synthesis that is for everybody. */
@Service
@Transactional
public class MailingList {
    public static final int LONGEST_NAME = 200;

    private final MailStore store;
    private final InstantSource clock;

    MailingList(MailStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One address on the list, as the operator sees it.
     *
     * @param name   of the body
     * @param status ACTIVE; LEFT when its reader has unsubscribed; REFUSED when its mailbox takes no mail
     * @param since  in this status
     */
    @JsonPropertyOrder({"id", "address", "name", "language", "status", "since"})
    public record Listed(UUID id, String address, String name, Locale language, String status, Instant since) {}

    /** A page, the oldest first. */
    public record Page(List<Listed> items, long total) {}

    /** @param fresh false when the address was on the list already */
    public record Added(Listed listed, boolean fresh) {}

    /**
     * Puts an address on the list; where it is already, its name and language change and nothing else: who has left comes back
     * only when it is taken off the list before.
     *
     * @param name 1 to {@link #LONGEST_NAME} characters
     * @return nothing when this is no address that can be mailed to
     */
    public Optional<Added> add(String address, String name, Locale language) {
        return MailAddress.read(address).map(to -> {
            boolean fresh = store.add(new Subscription(UUID.randomUUID(), null, name, to, language,
                    Subscription.Status.ACTIVE, clock.instant()), MailStore.LIST);
            Subscription there = store.listed(to).orElseThrow();
            if (!fresh) {
                store.describe(there.id(), name, language);
            }
            return new Added(listed(store.find(there.id()).orElseThrow()), fresh);
        });
    }

    @Transactional(readOnly = true)
    public Page page(int page, int size) {
        return new Page(store.list(page, size).stream().map(MailingList::listed).toList(), store.listed());
    }

    /** Takes an address off the list; false when it is not on it. */
    public boolean remove(UUID id) {
        return store.find(id).filter(one -> one.person() == null).isPresent() && store.delete(id);
    }

    private static Listed listed(Subscription one) {
        return new Listed(one.id(), one.address().text(), String.valueOf(one.name()), one.language(),
                one.status().name(), one.since());
    }
}
