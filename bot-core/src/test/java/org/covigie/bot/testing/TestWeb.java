package org.covigie.bot.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.covigie.bot.web.Fetched;
import org.covigie.bot.web.Web;

/** The outside as a test has it: pages that it puts there, and nothing else. */
public final class TestWeb implements Web {
    private final Map<URI, CompletableFuture<Fetched>> pages = new ConcurrentHashMap<>();
    private final List<Fetched.Version> asked = new CopyOnWriteArrayList<>();

    /** From now on that is what is there. */
    public void holds(String address, Fetched page) {
        pages.put(URI.create(address), CompletableFuture.completedFuture(page));
    }

    /** Whoever reads it waits until it is completed. */
    public CompletableFuture<Fetched> isSlow(String address) {
        CompletableFuture<Fetched> page = new CompletableFuture<>();
        pages.put(URI.create(address), page);
        return page;
    }

    public static Fetched page(String type, String body) {
        return new Fetched.Page(body.getBytes(StandardCharsets.UTF_8), type, new Fetched.Version("\"" + body.hashCode()
                + "\"", null));
    }

    /** Of which versions it was asked whether they have changed. */
    public List<Fetched.Version> asked() {
        return asked;
    }

    @Override
    public Fetched read(URI address, Set<String> types) {
        CompletableFuture<Fetched> page = pages.get(address);
        return page == null ? new Fetched.Failed("unreachable") : page.join();
    }

    @Override
    public Fetched readOwn(URI address, Set<String> types, Fetched.Version known) {
        asked.add(known);
        Fetched found = read(address, types);
        return found instanceof Fetched.Page page && page.version().equals(known) ? new Fetched.Unchanged() : found;
    }
}
