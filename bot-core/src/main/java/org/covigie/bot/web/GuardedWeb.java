package org.covigie.bot.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Reads pages by a client of its own: what a name leads to is looked at in the very look-up whose addresses are then connected
 * to, so that a name cannot lead elsewhere a moment later. No proxy, for behind one nobody sees the address; no cookies.
 */
@Component
class GuardedWeb implements Web, DisposableBean {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);
    private static final int WHOLE_SECONDS = 15;
    private static final int REDIRECTS = 3;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient guarded;
    private final CloseableHttpClient own;
    private final IntPredicate ports;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    GuardedWeb() {
        this(SystemDefaultDnsResolver.INSTANCE, PublicNet::holds, DefaultClientTlsStrategy.createDefault(),
                port -> port == -1 || port == 443);
    }

    GuardedWeb(DnsResolver dns, Predicate<InetAddress> everybodys, TlsSocketStrategy tls, IntPredicate ports) {
        this.ports = ports;
        this.guarded = client(new Guard(dns, everybodys), tls);
        this.own = client(dns, tls);
    }

    private static CloseableHttpClient client(DnsResolver dns, TlsSocketStrategy tls) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(dns)
                        .setTlsSocketStrategy(tls).setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT).setSocketTimeout(SILENCE).build())
                        .build())
                .disableRedirectHandling().disableCookieManagement().disableAuthCaching().disableAutomaticRetries()
                .setUserAgent("COViGIE-bot").build();
    }

    /** Looks a name up and lets through only what is everybody's. */
    private record Guard(DnsResolver dns, Predicate<InetAddress> everybodys) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] all = dns.resolve(host);
            for (InetAddress one : all) {
                if (!everybodys.test(one)) {
                    throw new NotPublic();
                }
            }
            return all;
        }

        @Override
        public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
            return dns.resolveCanonicalHostname(host);
        }
    }

    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic() {
            super("not public");
        }
    }

    /** One page that is wanted, and by which ways. */
    private record Wanted(CloseableHttpClient client, Predicate<URI> allowed, Set<String> types,
            Fetched.Version known) {}

    @Override
    public Fetched read(URI address, Set<String> types) {
        return within(address, new Wanted(guarded, this::everybodys, types, Fetched.Version.NONE));
    }

    @Override
    public Fetched readOwn(URI address, Set<String> types, Fetched.Version known) {
        return within(address, new Wanted(own, next -> String.valueOf(address.getHost())
                .equalsIgnoreCase(next.getHost())
                && (next.getScheme().equals(address.getScheme())
                        || next.getScheme().equalsIgnoreCase("https")),
                types, known));
    }

    /** A host that Java does not read as one has no port to Java either, but has to the client. */
    private boolean everybodys(URI address) {
        return address.getHost() != null && WebAddress.wrong(address.toString()).isEmpty()
                && ports.test(address.getPort());
    }

    /** A server may keep sending a byte now and then: the whole has an end as well. */
    private Fetched within(URI address, Wanted wanted) {
        Future<Fetched> reading = readers.submit(() -> read(address, wanted));
        try {
            return reading.get(WHOLE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Fetched.Failed("late");
        } catch (ExecutionException e) {
            return new Fetched.Failed("failure");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Failed("interrupted");
        } finally {
            // a virtual thread that waits for a socket is woken by this, and its connection closed
            reading.cancel(true);
        }
    }

    private static Fetched read(URI first, Wanted wanted) {
        URI address = first;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            if (!wanted.allowed().test(address)) {
                return new Fetched.Failed(hop == 0 ? "private" : "redirect");
            }
            HttpGet get = new HttpGet(address);
            get.setHeader(HttpHeaders.ACCEPT, String.join(", ", wanted.types().stream().sorted().toList()));
            header(get, HttpHeaders.IF_NONE_MATCH, wanted.known().tag());
            header(get, HttpHeaders.IF_MODIFIED_SINCE, wanted.known().modified());
            try {
                ClassicHttpResponse answer = wanted.client().executeOpen(null, get, null);
                try {
                    String next = value(answer, HttpHeaders.LOCATION);
                    if (!MOVED.contains(answer.getCode()) || next == null) {
                        return page(answer, wanted);
                    }
                    address = address.resolve(next);
                } finally {
                    // closing alone would first read whatever is left of it, however long that takes
                    get.abort();
                    Closer.closeQuietly(answer);
                }
            } catch (NotPublic e) {
                return new Fetched.Failed("private");
            } catch (IOException e) {
                return new Fetched.Failed(code(e));
            } catch (IllegalArgumentException e) {
                return new Fetched.Failed("redirect");
            }
        }
        return new Fetched.Failed("redirects");
    }

    private static Fetched page(ClassicHttpResponse answer, Wanted wanted) throws IOException {
        if (answer.getCode() == HttpStatus.SC_NOT_MODIFIED) {
            return new Fetched.Unchanged();
        }
        HttpEntity entity = answer.getEntity();
        if (answer.getCode() != HttpStatus.SC_OK || entity == null) {
            return new Fetched.Failed("status-" + answer.getCode());
        }
        String type = entity.getContentType() == null ? "" : entity.getContentType();
        if (!wanted.types().contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            return new Fetched.Failed("type");
        }
        byte[] body = entity.getContent().readNBytes(LONGEST + 1);
        return body.length > LONGEST
                ? new Fetched.Failed("large")
                : new Fetched.Page(body, type,
                        new Fetched.Version(value(answer, HttpHeaders.ETAG), value(answer, HttpHeaders.LAST_MODIFIED)));
    }

    private static void header(HttpGet get, String name, @Nullable String value) {
        if (value != null) {
            get.setHeader(name, value);
        }
    }

    private static @Nullable String value(ClassicHttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static String code(IOException failure) {
        return switch (failure) {
            case SocketTimeoutException late -> "late";
            case SSLException tls -> "tls";
            default -> "unreachable";
        };
    }

    @Override
    public void destroy() throws IOException {
        readers.shutdownNow();
        guarded.close();
        own.close();
    }
}
