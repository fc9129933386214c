package org.covigie.bot.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows people: by address, by @name once they have acted, by the house's own number. */
@Service
@Transactional
public class People {
    private final PersonRows rows;
    private final AliasRows aliases;
    private final Vault vault;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    People(PersonRows rows, AliasRows aliases, Vault vault, InstantSource clock, ApplicationEventPublisher events) {
        this.events = events;
        this.rows = rows;
        this.aliases = aliases;
        this.vault = vault;
        this.clock = clock;
    }

    /** The person at this address, met for the first time where need be; nothing but the address is kept. */
    public Person meet(Address address) {
        return person(row(address));
    }

    /** Somebody has acted: name and handle are kept from now on, as they stand, and both addresses lead to that person. */
    public Person acted(Shown who) {
        Address address = who.address();
        Words name = who.name();
        Words handle = who.handle();
        PersonRow row = row(address);
        if (!name.isEmpty() && (row.name == null || !name.text().equals(vault.openText(row.name)))) {
            row.name = vault.seal(name.text());
        }
        if (handle == null || handle.isEmpty()) {
            loseHandle(row);
        } else if (!print(handle.text()).equals(row.handlePrint)) {
            // a handle moves from one person to another: the last who shows it has it
            rows.findFirstByChannelAndHandlePrint(address.channel(), print(handle.text()))
                    .ifPresent(People::loseHandle);
            row.handlePrint = print(handle.text());
            row.handle = vault.seal(handle.text());
        }
        alias(address, who.also());
        return person(row);
    }

    /** The person at this address, if known. */
    @Transactional(readOnly = true)
    public Optional<Person> find(Address address) {
        return known(address).map(this::person);
    }

    /**
     * Under which address this person is kept: the one under which the house met them, whichever of the two the platform shows
     * today. Nobody is met by asking.
     *
     * @param address the address shown, to which an answer can be sent
     * @param also    another address of the same person, where the platform shows two
     */
    @Transactional(readOnly = true)
    public Address home(Address address, @Nullable Address also) {
        // the second one is the platform's own id of the person: a number may have gone to somebody else
        Optional<PersonRow> own = also == null ? Optional.empty() : known(also);
        if (own.isPresent()) {
            return at(own.get());
        }
        Optional<PersonRow> shown = known(address);
        return shown.isPresent() && also != null && aliases.existsByPersonId(shown.get().id)
                && known(also).isEmpty() ? also : shown.map(this::at).orElse(address);
    }

    /**
     * The person kept under the first address is found by the second too, from now on. Whoever had that one before, as
     * numbers go from one person to another, is no longer reached by it.
     */
    public void alias(Address home, @Nullable Address also) {
        Optional<PersonRow> me = known(home);
        if (also == null || me.isEmpty()) {
            return;
        }
        Optional<PersonRow> holder = known(also);
        if (holder.isPresent()) {
            PersonRow other = holder.get();
            if (other.id.equals(me.get().id) || !gaveUp(other, vault.fingerprint(also.key()))) {
                return;
            }
            events.publishEvent(new AddressPassedOn(also, at(other)));
        }
        aliases.saveAndFlush(
                new AliasRow(me.get().id, also.channel(), vault.fingerprint(also.key()), vault.seal(also.id())));
    }

    /** Takes an address from somebody who has another one; false when there is none, so that the two may be one person. */
    private boolean gaveUp(PersonRow holder, String print) {
        if (!holder.addressPrint.equals(print)) {
            aliases.findByChannelAndAddressPrint(holder.channel, print).ifPresent(aliases::delete);
            aliases.flush();
            return true;
        }
        Optional<AliasRow> other = aliases.findFirstByPersonId(holder.id);
        other.ifPresent(alias -> {
            aliases.delete(alias);
            aliases.flush();
            holder.addressPrint = alias.addressPrint;
            holder.address = alias.address;
            rows.saveAndFlush(holder);
        });
        return other.isPresent();
    }

    private Address at(PersonRow row) {
        return new Address(row.channel, vault.openText(row.address));
    }

    private Optional<PersonRow> known(Address address) {
        String print = vault.fingerprint(address.key());
        return rows.findByChannelAndAddressPrint(address.channel(), print)
                .or(() -> aliases.findByChannelAndAddressPrint(address.channel(), print)
                        .flatMap(alias -> rows.findById(alias.personId)));
    }

    /** The name by which this person wants to be shown; empty goes back to the platform's. At most 60 characters. */
    public void calls(long id, Words name) {
        String plain = name.text().strip();
        rows.findById(id).ifPresent(row -> row.chosenName = plain.isEmpty()
                ? null
                : vault.seal(plain.length() <= 60 ? plain : plain.substring(0, 60)));
    }

    @Transactional(readOnly = true)
    public Optional<Person> byId(long id) {
        return rows.findById(id).map(this::person);
    }

    /** These people, those that are known; in no order. One question to the database. */
    @Transactional(readOnly = true)
    public List<Person> all(List<Long> ids) {
        return rows.findAllById(ids).stream().map(this::person).toList();
    }

    /** Every address under which this person is found: first the one under which they are kept. */
    @Transactional(readOnly = true)
    public List<Address> addresses(long id) {
        return rows.findById(id).map(row -> Stream.concat(Stream.of(at(row)), aliases.findByPersonId(id).stream()
                .map(alias -> new Address(alias.channel, vault.openText(alias.address)))).toList()).orElse(List.of());
    }

    /** The person with this @name (with or without its sign, any case) among those who have acted. */
    @Transactional(readOnly = true)
    public Optional<Person> byHandle(String channel, String handle) {
        String bare = handle.startsWith("@") ? handle.substring(1) : handle;
        return rows.findFirstByChannelAndHandlePrint(channel, print(bare)).map(this::person);
    }

    /** The private chat with this person was opened, or closed by the person. */
    public void privateChat(Address address, boolean open) {
        if (open) {
            row(address).privateOpen = true;
        } else {
            unreachable(address);
        }
    }

    /** The private chat cannot be reached; nobody is met by this. */
    public void unreachable(Address address) {
        known(address).ifPresent(row -> row.privateOpen = false);
    }

    /** The person chose a language for the bot. */
    public void speaks(long id, Locale language) {
        rows.findById(id).ifPresent(row -> row.language = language.getLanguage());
    }

    /** What the person said about their work; null leaves it as it is. */
    public void works(long id, @Nullable Profession profession, @Nullable String department) {
        rows.findById(id).ifPresent(row -> {
            row.profession = profession == null ? row.profession : profession.name();
            row.department = department == null ? row.department : department;
        });
    }

    /** The person's private commands mean this group from now on. */
    public void chooses(long id, @Nullable Long group) {
        rows.findById(id).ifPresent(row -> row.currentGroup = group);
    }

    /** Those met before then, by number, from the one after {@code after}. */
    @Transactional(readOnly = true)
    public List<Long> metBefore(Instant then, long after, int most) {
        return rows.metBefore(then, after, Limit.of(most));
    }

    /** Forgets the person altogether; what other rooms keep must be gone before. */
    public void erase(long id) {
        aliases.deleteByPersonId(id);
        rows.deleteById(id);
    }

    private PersonRow row(Address address) {
        String print = vault.fingerprint(address.key());
        return known(address).orElseGet(() -> {
            rows.meet(address.channel(), print, vault.seal(address.id()), clock.instant());
            return rows.findByChannelAndAddressPrint(address.channel(), print).orElseThrow();
        });
    }

    private Person person(PersonRow row) {
        return new Person(row.id, new Address(row.channel, vault.openText(row.address)),
                row.chosenName != null
                        ? new Words(vault.openText(row.chosenName))
                        : row.name == null ? Words.NONE : new Words(vault.openText(row.name)),
                row.handle == null ? null : new Words(vault.openText(row.handle)),
                row.language == null ? null : Locale.of(row.language), row.privateOpen, row.currentGroup,
                row.profession,
                row.department);
    }

    private String print(String handle) {
        return vault.fingerprint("@" + handle.toLowerCase(Locale.ROOT));
    }

    private static void loseHandle(PersonRow row) {
        row.handle = null;
        row.handlePrint = null;
    }
}
