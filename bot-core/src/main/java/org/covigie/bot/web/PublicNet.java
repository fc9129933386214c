package org.covigie.bot.web;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses of the net are everybody's, by the IANA's registries of special-purpose addresses
 * (iana.org/assignments/iana-ipv4-special-registry, iana.org/assignments/iana-ipv6-special-registry).
 */
final class PublicNet {
    private PublicNet() {}

    /** An IPv4 address written as IPv6 is an IPv4 address to Java. */
    static boolean holds(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? WebAddress.publicAddress(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255, bytes[3] & 255)
                : publicSix(pair(bytes, 0), pair(bytes, 2));
    }

    private static boolean publicSix(int first, int second) {
        boolean global = (first & 0xe000) == 0x2000;
        // protocol assignments and Teredo, documentation twice, 6to4: they lead to IPv4 addresses, or nowhere
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8) || first == 0x2002
                || first == 0x3fff && second < 0x1000;
        return global && !special;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
    }
}
