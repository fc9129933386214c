package org.covigie.bot.enrolment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.people.Address;

/**
 * A telephone number as the world writes it (ITU-T E.164): a plus sign and at most fifteen digits. A number of ten digits that
 * begins with one nought is read as one of metropolitan France; all others need their country's.
 */
final class Phone {
    private static final Pattern WORLD = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern AT_THE_END = Pattern.compile("(?:^|[^0-9+])(\\+[1-9][0-9]{6,14})$");

    private Phone() {}

    /** What somebody typed, or what stands on a card; empty when the country cannot be told. */
    static Optional<String> read(String typed) {
        // the nought in brackets is not dialled from abroad
        String digits = typed.strip().replace("(0)", "").replaceAll("[^0-9+]", "");
        String world = digits.startsWith("00")
                ? "+" + digits.substring(2)
                : digits.matches("0[1-9][0-9]{8}") ? "+33" + digits.substring(1) : digits;
        return Optional.of(world).filter(number -> WORLD.matcher(number).matches());
    }

    /** The number that an address carries, on platforms where people are found by theirs. */
    static Optional<String> of(Address address) {
        Matcher number = AT_THE_END.matcher(address.id());
        return number.find() ? Optional.of(number.group(1)) : Optional.empty();
    }
}
