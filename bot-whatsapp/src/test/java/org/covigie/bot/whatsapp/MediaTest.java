package org.covigie.bot.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.HostedFile;
import org.covigie.bot.messaging.HostedFiles;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.TestClock;
import org.covigie.bot.whatsapp.MediaStore.Fetched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class MediaTest {
    private static final String PATH = "/Messages/MM" + "3".repeat(32) + "/Media/ME" + "4".repeat(32);
    private static final String AT_TWILIO = "/2010-04-01/Accounts/" + Twilio.ACCOUNT + PATH;
    private static final Attachment PICTURE = new Attachment(PATH, "image/jpeg");
    private static final byte[] BYTES = "JPEG".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static WireMockExtension twilio = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final TestClock clock = new TestClock();
    private final MediaLinks links = new MediaLinks(Twilio.TOKEN, clock);
    private final MediaStore store = new MediaStore(Twilio.properties(twilio.baseUrl()));
    private final HostedFiles files = mock(HostedFiles.class);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new MediaDoor(links, store, files)).build();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void trap_1_5_a_picture_is_fetched_with_the_accounts_credentials_and_handed_on() throws Exception {
        twilio.stubFor(get(urlPathEqualTo(AT_TWILIO)).withBasicAuth(Twilio.ACCOUNT, Twilio.TOKEN)
                .willReturn(ok().withBody(BYTES)));
        mvc.perform(fetch(links.token(PICTURE))).andExpect(status().isOk())
                .andExpect(content().bytes(BYTES)).andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("private")))
                .andExpect(header().string("Content-Disposition", "attachment"));
    }

    @Test
    void trap_1_5_the_token_is_not_shown_where_twilio_sends_us_on() throws Exception {
        twilio.stubFor(get(urlPathEqualTo(AT_TWILIO)).willReturn(temporaryRedirect(twilio.baseUrl() + "/cdn/x")));
        twilio.stubFor(get(urlPathEqualTo("/cdn/x")).willReturn(ok().withBody(BYTES)));
        assertThat(store.get(PICTURE)).isInstanceOfSatisfying(Fetched.Bytes.class,
                got -> assertThat(got.bytes()).isEqualTo(BYTES));
        twilio.verify(1, getRequestedFor(urlPathEqualTo("/cdn/x")).withoutHeader("Authorization"));
    }

    @Test
    void one_picture_for_a_whole_group_is_fetched_once_and_a_failure_is_not_kept() throws Exception {
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        assertThat(store.get(PICTURE)).isEqualTo(new Fetched.Gone());
        twilio.stubFor(get(anyUrl()).willReturn(ok().withBody(BYTES)));
        for (int n = 0; n < 5; n++) {
            mvc.perform(fetch(links.token(PICTURE))).andExpect(status().isOk());
        }
        twilio.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void trap_1_5_more_than_sixteen_megabytes_are_not_taken() {
        twilio.stubFor(get(anyUrl()).willReturn(ok().withBody(new byte[MediaStore.MOST_BYTES + 1])));
        assertThat(store.get(PICTURE)).isEqualTo(new Fetched.Gone());
        twilio.stubFor(get(anyUrl()).willReturn(ok().withBody(new byte[MediaStore.MOST_BYTES])));
        assertThat(store.get(PICTURE)).isInstanceOf(Fetched.Bytes.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://x/y", "file:///etc/passwd", "http://[", "/2010-04-01"})
    void a_redirect_to_nowhere_is_not_followed(String location) {
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(307).withHeader("Location", location)));
        assertThat(store.get(PICTURE)).isEqualTo(new Fetched.NotNow());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void what_is_gone_at_twilio_is_404(int status) throws Exception {
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(status)));
        mvc.perform(fetch(links.token(PICTURE))).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void while_twilio_does_not_hand_it_out_the_answer_is_to_come_again(int status) throws Exception {
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(status)));
        mvc.perform(fetch(links.token(PICTURE))).andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"));
        twilio.stubFor(get(anyUrl()).willReturn(ok().withBody(BYTES)));
        mvc.perform(fetch(links.token(PICTURE))).andExpect(status().isOk());
    }

    @Test
    void an_answer_that_breaks_off_is_no_picture() throws Exception {
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
        mvc.perform(fetch(links.token(PICTURE))).andExpect(status().isServiceUnavailable());
    }

    @Test
    void a_link_ends_after_four_hours() throws Exception {
        twilio.stubFor(get(anyUrl()).willReturn(ok().withBody(BYTES)));
        String token = links.token(PICTURE);
        clock.advance(Duration.ofMinutes(239));
        assertThat(links.open(token)).contains(PICTURE);
        clock.advance(Duration.ofMinutes(1));
        assertThat(links.open(token)).isEmpty();
        mvc.perform(fetch(token)).andExpect(status().isNotFound());
        twilio.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void a_forged_link_leads_nowhere() throws Exception {
        String token = links.token(PICTURE);
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (int at : new int[]{0, 12, 20, bytes.length - 1}) {
            byte[] forged = bytes.clone();
            forged[at] ^= 1;
            assertThat(links.open(Base64.getUrlEncoder().withoutPadding().encodeToString(forged))).isEmpty();
        }
        assertThat(new MediaLinks("another token", clock).open(token)).isEmpty();
        assertThat(links.open(links.token(new Attachment("/../../Accounts.json", "x/y")))).isEmpty();
        for (String none : new String[]{"x", "%2e%2e", "A".repeat(5000), "****"}) {
            mvc.perform(fetch(none)).andExpect(status().isNotFound());
        }
        twilio.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void no_two_links_are_alike_and_none_shows_where_it_leads() {
        assertThat(links.token(PICTURE)).isNotEqualTo(links.token(PICTURE)).doesNotContain("ME44");
        assertThat(new String(Base64.getUrlDecoder().decode(links.token(PICTURE)), StandardCharsets.ISO_8859_1))
                .doesNotContain("Messages").doesNotContain("jpeg");
    }

    @Test
    void a_file_of_ours_is_served_under_its_own_secret() throws Exception {
        when(files.get("a-secret")).thenReturn(Optional.of(new HostedFile(BYTES, "image/png", "qr.png")));
        mvc.perform(fetch("a-secret")).andExpect(status().isOk())
                .andExpect(content().contentType("image/png")).andExpect(content().bytes(BYTES));
        when(files.get("another")).thenReturn(Optional.of(new HostedFile(BYTES, "no type", "x")));
        mvc.perform(fetch("another")).andExpect(status().isOk())
                .andExpect(content().contentType("application/octet-stream"));
    }

    @Test
    void a_file_of_ours_lies_ready_for_four_hours() {
        when(files.put(BYTES, "application/pdf", "fiche.pdf", Duration.ofHours(4))).thenReturn("a-secret");
        WhatsAppWriter.Means means = WhatsAppConfiguration.means(mock(Contents.class), links, files,
                new PublicAddress(Twilio.PUBLIC), Twilio.properties(""));
        assertThat(means.link(new Outgoing.File(new Address("whatsapp", Twilio.LEA), null, false, "fiche.pdf", BYTES,
                Rich.plain(""), List.of()))).hasToString(Twilio.PUBLIC + "/whatsapp/media/a-secret");
    }

    private static MockHttpServletRequestBuilder fetch(String token) {
        return MockMvcRequestBuilders.get("/whatsapp/media/" + token);
    }
}
