package org.covigie.bot.web;

import java.net.URI;
import java.util.Set;

/** Reads pages. Never within a transaction: it may take {@code 15} seconds. */
public interface Web {
    /** No page is read that has more bytes, unpacked. */
    int LONGEST = 1024 * 1024;

    /**
     * Reads a page that somebody has named: https on its usual port, of a host whose every address is public, at most three
     * redirects to such pages.
     *
     * @param types media types that are wanted, without parameters
     */
    Fetched read(URI address, Set<String> types);

    /**
     * Reads a page that the operator has set, which may be of an inner host and plain http; redirects stay on that host.
     *
     * @param known the version one has
     */
    Fetched readOwn(URI address, Set<String> types, Fetched.Version known);
}
