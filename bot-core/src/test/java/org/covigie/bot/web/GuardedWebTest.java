package org.covigie.bot.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Here 127.0.0.1 stands for everybody's net, and every other address for what is not. */
class GuardedWebTest {
    private static final Set<String> HTML = Set.of("text/html");
    private static final DnsResolver NAMES = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return switch (host) {
                case "inside.example.org" -> new InetAddress[]{InetAddress.getByName("127.0.0.2")};
                case "both.example.org" -> new InetAddress[]{InetAddress.getByName("127.0.0.1"),
                        InetAddress.getByName("10.0.0.1")};
                case "nowhere.example.org" -> throw new UnknownHostException("nowhere");
                default -> new InetAddress[]{InetAddress.getByName("127.0.0.1")};
            };
        }

        @Override
        public @Nullable String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private static final TlsSocketStrategy TRUSTING = trusting();

    private final WireMockServer server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    private @Nullable GuardedWeb web;

    @BeforeEach
    void starts() {
        server.start();
        web = new GuardedWeb(NAMES, address -> address.getHostAddress().equals("127.0.0.1"), TRUSTING, port -> true);
    }

    private static TlsSocketStrategy trusting() {
        try {
            return new DefaultClientTlsStrategy(SSLContextBuilder.create()
                    .loadTrustMaterial(TrustAllStrategy.INSTANCE).build(), HostnameVerificationPolicy.CLIENT,
                    NoopHostnameVerifier.INSTANCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void ends() throws IOException {
        web().destroy();
        server.stop();
    }

    @Test
    void aPageIsRead() {
        answers(html("<title>Un</title>").withHeader("ETag", "\"1\""));

        assertThat(read("https://page.example.org")).isInstanceOfSatisfying(Fetched.Page.class, page -> {
            assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("<title>Un</title>");
            // a server that packs it names that version otherwise
            assertThat(page.version().tag()).startsWith("\"1");
        });
    }

    @Test
    void aPackedPageIsUnpackedAndNoFurtherThanAllowed() throws IOException {
        answers(html("").withHeader("Content-Encoding", "gzip").withBody(packed(1000)));
        assertThat(read("https://page.example.org"))
                .isInstanceOfSatisfying(Fetched.Page.class, page -> assertThat(page.body()).hasSize(1000));

        answers(html("").withHeader("Content-Encoding", "gzip").withBody(packed(200 * Web.LONGEST)));
        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("large"));
    }

    @Test
    void whatIsLargerThanAllowedIsNotRead() {
        answers(html("").withBody(new byte[Web.LONGEST]));
        assertThat(read("https://page.example.org")).isInstanceOf(Fetched.Page.class);
        answers(html("").withBody(new byte[Web.LONGEST + 1]));
        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://inside.example.org", "https://both.example.org"})
    void aNameThatLeadsInsideIsNotFollowed(String address) {
        answers(html("secret"));

        assertThat(read(address)).isEqualTo(new Fetched.Failed("private"));
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://page.example.org/", "https://127.0.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://[::1]/", "https://localhost/", "https://moi@page.example.org/", "ftp://page.example.org/"})
    void aRedirectLeadsNowhereElseEither(String to) {
        answers(aResponse().withStatus(302).withHeader("Location", to));

        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("redirect"));
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void aRedirectToANameThatLeadsInsideIsNotFollowed() {
        answers(aResponse().withStatus(302).withHeader("Location",
                "https://inside.example.org:" + server.httpsPort() + "/"));

        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("private"));
    }

    @Test
    void threeRedirectsAreFollowedAndNotFour() {
        for (int hop = 0; hop < 4; hop++) {
            server.stubFor(get("/" + hop).willReturn(aResponse().withStatus(301).withHeader("Location",
                    "/" + (hop + 1))));
        }
        server.stubFor(get("/4").willReturn(html("da")));

        assertThat(read("https://page.example.org", "/1")).isInstanceOf(Fetched.Page.class);
        assertThat(read("https://page.example.org", "/0")).isEqualTo(new Fetched.Failed("redirects"));
    }

    @Test
    void whatIsNoPageOrNotThereIsAValue() {
        answers(aResponse().withHeader("Content-Type", "application/pdf").withBody("%PDF"));
        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("type"));
        answers(aResponse().withStatus(404));
        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("status-404"));
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("unreachable"));
        assertThat(read("https://nowhere.example.org")).isEqualTo(new Fetched.Failed("unreachable"));
    }

    @Test
    void whoeverSendsAByteNowAndThenIsNotWaitedForForEver() {
        answers(html("x".repeat(60)).withChunkedDribbleDelay(60, 60_000));

        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("late"));
    }

    @Test
    void whatIsNotWantedAnyMoreIsNotWaitedFor() {
        // a third of it in time, the whole later than anybody waits for
        byte[] noise = new byte[4 * Web.LONGEST];
        new Random(1).nextBytes(noise);
        ResponseDefinitionBuilder slow = html("").withBody(noise).withChunkedDribbleDelay(3, 21_000);
        answers(slow);
        assertThat(read("https://page.example.org")).isEqualTo(new Fetched.Failed("large"));

        answers(slow.withStatus(302).withHeader("Location", "/there"));
        server.stubFor(get("/there").willReturn(html("da")));
        assertThat(read("https://page.example.org")).isInstanceOf(Fetched.Page.class);
    }

    @Test
    void aNameThatJavaDoesNotReadHasNoOtherPortEither() throws IOException {
        answers(html("secret"));
        GuardedWeb usual = new GuardedWeb(NAMES, address -> true, TRUSTING, port -> port == -1 || port == 443);
        try {
            assertThat(usual.read(URI.create("https://a_b.example.org:" + server.httpsPort() + "/"), HTML))
                    .isEqualTo(new Fetched.Failed("private"));
            assertThat(server.getAllServeEvents()).isEmpty();
        } finally {
            usual.destroy();
        }
    }

    @Test
    void theOperatorsOwnMayBeInsideAndIsAskedWhetherItChanged() {
        server.stubFor(get("/feed").withHeader("If-None-Match", equalTo("\"7\""))
                .willReturn(aResponse().withStatus(304)));
        URI address = URI.create("http://inside.example.org:" + server.port() + "/feed");

        assertThat(web().readOwn(address, HTML, new Fetched.Version("\"7\"", null)))
                .isEqualTo(new Fetched.Unchanged());
        answers(aResponse().withStatus(302).withHeader("Location", "https://page.example.org/"));
        assertThat(web().readOwn(address, HTML, Fetched.Version.NONE)).isEqualTo(new Fetched.Failed("redirect"));
    }

    @Test
    void onlyTheUsualPortIsKnockedAt() throws IOException {
        GuardedWeb usual = new GuardedWeb();
        try {
            assertThat(usual.read(URI.create("https://page.example.org:8443/"), HTML))
                    .isEqualTo(new Fetched.Failed("private"));
            assertThat(usual.read(URI.create("https://127.0.0.1/"), HTML)).isEqualTo(new Fetched.Failed("private"));
        } finally {
            usual.destroy();
        }
    }

    private Fetched read(String host) {
        return read(host, "/");
    }

    private Fetched read(String host, String path) {
        return web().read(URI.create(host + ":" + server.httpsPort() + path), HTML);
    }

    private GuardedWeb web() {
        return java.util.Objects.requireNonNull(web);
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder html(String body) {
        return aResponse().withHeader("Content-Type", "text/html; charset=utf-8").withBody(body);
    }

    private static byte[] packed(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] block = new byte[1000];
            for (int i = 0; i < size / block.length; i++) {
                gzip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
