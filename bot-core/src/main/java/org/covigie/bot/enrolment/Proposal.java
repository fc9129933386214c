package org.covigie.bot.enrolment;

import java.util.Optional;
import java.util.regex.Pattern;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.messaging.Contact;
import org.covigie.bot.people.Address;
import org.jspecify.annotations.Nullable;

/**
 * Whom a member proposes.
 *
 * @param label   how the member named the person
 * @param subject by what the person will be known on arrival; null when nothing tells
 * @param handle  the @name without its sign
 * @param address where the person is found, when the contact card told
 */
record Proposal(String label, @Nullable String subject, @Nullable String handle, @Nullable Address address) {
    private static final Pattern HANDLE = Pattern.compile("@[A-Za-z][A-Za-z0-9_]{3,31}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{5,22}[0-9]");

    /** @param numbers whether people are found by their numbers there; elsewhere no request shows any */
    static Optional<Proposal> read(Ask ask, boolean numbers) {
        Contact contact = ask.replyTo() == null ? null : ask.reply().contact();
        String args = ask.args().strip();
        if (contact != null) {
            String label = (contact.name().text() + " " + contact.phone().text()).strip();
            Address address = contact.address();
            return Optional.of(new Proposal(shortened(label), address == null
                    ? numbers ? Phone.read(contact.phone().text()).orElse(null) : null
                    : address.key(), null, address));
        }
        if (PHONE.matcher(args).matches()) {
            return Optional.of(new Proposal(args, numbers ? Phone.read(args).orElse(null) : null, null, null));
        }
        if (HANDLE.matcher(args).matches()) {
            String handle = args.substring(1);
            return Optional.of(new Proposal("@" + handle, "@" + handle, handle, null));
        }
        return Optional.empty();
    }

    private static String shortened(String label) {
        return label.length() <= 120 ? label : label.substring(0, 120);
    }
}
