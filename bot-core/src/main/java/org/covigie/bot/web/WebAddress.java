package org.covigie.bot.web;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be shown to people: https, at most 2,048 characters, no credentials, a public host. Nothing is looked up
 * here.
 */
public final class WebAddress {
    private static final int LONGEST = 2_048;
    private static final int LONGEST_HOST = 253;
    /** A name with a dot in it, whose last part is no number: hosts of one word, and every spelling of an IPv4 address, are none. */
    private static final Pattern PUBLIC_NAME = Pattern.compile(
            "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?\\.){1,20}(?=\\p{L})[\\p{L}\\p{N}-]{2,63}\\.?");
    private static final Pattern HOMELY = Pattern.compile(
            "(?:.*\\.)?(?:localhost|local|localdomain|internal|intranet|lan|home\\.arpa)\\.?");
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private WebAddress() {}

    /** Why this is no address that may be shown: the last part of a key of the bundles; empty when it may be. */
    public static Optional<String> wrong(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.of("missing");
        }
        if (typed.length() > LONGEST) {
            return Optional.of("long");
        }
        URI address;
        try {
            address = new URI(typed);
        } catch (URISyntaxException e) {
            return Optional.of("unreadable");
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            return Optional.of("scheme");
        }
        String authority = address.getRawAuthority();
        if (authority == null) {
            return Optional.of("unreadable");
        }
        if (authority.indexOf('@') >= 0) {
            return Optional.of("credentials");
        }
        if (typed.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
            return Optional.of("unreadable");
        }
        try {
            // other letters for the same name, as a browser reads them
            return host(IDN.toASCII(authority.replaceFirst(":\\d{0,5}$", "")).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.of("private");
        }
    }

    private static Optional<String> host(String host) {
        var four = IPV4.matcher(host);
        if (four.matches()) {
            return publicAddress(Integer.parseInt(four.group(1)), Integer.parseInt(four.group(2)),
                    Integer.parseInt(four.group(3)), Integer.parseInt(four.group(4)))
                            ? Optional.empty()
                            : Optional.of("private");
        }
        // an IPv6 address is nothing that people are sent to
        return host.length() > LONGEST_HOST || !PUBLIC_NAME.matcher(host).matches() || HOMELY.matcher(host).matches()
                ? Optional.of("private")
                : Optional.empty();
    }

    /** As the IANA's registry of special-purpose addresses has it (iana.org/assignments/iana-ipv4-special-registry). */
    static boolean publicAddress(int a, int b, int c, int d) {
        boolean number = a <= 255 && b <= 255 && c <= 255 && d <= 255;
        boolean special = a == 0 || a == 10 || a == 127 || a >= 224 || a == 100 && b >= 64 && b < 128
                || a == 169 && b == 254 || a == 172 && b >= 16 && b < 32 || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2) || a == 198 && (b == 18 || b == 19 || b == 51 && c == 100)
                || a == 203 && b == 0 && c == 113;
        return number && !special;
    }
}
