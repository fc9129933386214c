package org.covigie.bot.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Arrival.Reading;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class MissedTest {
    private static final String LIST = "/2010-04-01/Accounts/" + Twilio.ACCOUNT + "/Messages.json";

    private static final String MEDIA = "/2010-04-01/Accounts/" + Twilio.ACCOUNT + "/Messages/" + Twilio.sid("2")
            + "/Media.json";

    @RegisterExtension
    static WireMockExtension twilio = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final TestClock clock = new TestClock();
    private final TwilioApi api = Twilio.api(twilio.baseUrl());
    private final Inbox inbox = mock(Inbox.class);
    private final List<Arrival> stored = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Missed missed = new Missed(api,
            new Intake(new WhatsAppReader(Twilio.ACCOUNT, Twilio.FROM, (shown, also) -> shown), inbox, meters,
                    clock),
            Twilio.properties(twilio.baseUrl()), clock);

    @BeforeEach
    void noon() {
        clock.set(Instant.parse("2026-11-23T12:30:00Z"));
        doAnswer(call -> stored.addAll(call.getArgument(1))).when(inbox).accept(eq("whatsapp"), any());
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void trap_1_4_what_the_webhook_missed_is_found_in_the_order_in_which_it_was_written() {
        lists(received("2", "12:10:00", "0"), received("1", "12:00:00", "0"));
        missed.run();
        assertThat(stored).extracting(Arrival::externalId).containsExactly(Twilio.sid("1"), Twilio.sid("2"));
        assertThat(said(0)).satisfies(said -> {
            assertThat(said.text().text()).isEqualTo("bonjour");
            assertThat(said.chat().id()).isEqualTo(Twilio.LEA);
            assertThat(said.at()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        });
        twilio.verify(1, getRequestedFor(urlPathEqualTo(LIST)).withQueryParam("To", equalTo(Twilio.FROM))
                .withQueryParam("DateSent>", equalTo("2026-11-22T11:30:00")));
    }

    @Test
    void messages_of_ours_old_ones_and_those_whose_webhook_may_still_come_are_left() {
        lists(received("4", "12:29:30", "0"), received("3", "12:20:00", "0").replace("\"received\"", "\"delivered\""),
                received("2", "12:10:00", "0").replace("23 Nov", "21 Nov"));
        missed.run();
        assertThat(stored).isEmpty();
    }

    @Test
    void trap_1_5_media_are_asked_for_only_where_there_are_some() {
        lists(received("2", "12:10:00", "1"), received("1", "12:00:00", "0"));
        twilio.stubFor(get(urlPathEqualTo(MEDIA)).willReturn(okJson("{\"media_list\":[{\"sid\":\"ME" + "4".repeat(32)
                + "\",\"content_type\":\"image/png\"}],\"uri\":\"/x\",\"next_page_uri\":null}")));
        missed.run();
        assertThat(said(1).attached()).containsExactly(
                new Attachment("/Messages/" + Twilio.sid("2") + "/Media/ME" + "4".repeat(32), "image/png"));
        twilio.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void only_the_webhook_counts_what_comes() {
        lists(received("1", "12:20:00", "0"));
        missed.run();
        missed.run();
        assertThat(stored).hasSize(2);
        assertThat(meters.find("covigie.whatsapp.inbound").counter()).isNull();
    }

    @Test
    void the_next_time_only_what_is_new_is_asked_for() {
        lists();
        missed.run();
        clock.advance(Duration.ofMinutes(5));
        missed.run();
        twilio.verify(1, getRequestedFor(urlPathEqualTo(LIST))
                .withQueryParam("DateSent>", equalTo("2026-11-23T12:15:00")));
    }

    @Test
    void what_could_not_be_asked_or_stored_is_asked_for_again() {
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        missed.run();
        lists(received("1", "12:00:00", "0"));
        doThrow(new DataAccessResourceFailureException("away")).when(inbox).accept(any(), any());
        missed.run();
        missed.run();
        twilio.verify(3, getRequestedFor(urlPathEqualTo(LIST))
                .withQueryParam("DateSent>", equalTo("2026-11-22T11:30:00")));
        assertThat(stored).isEmpty();
    }

    @Test
    void after_days_without_an_answer_no_more_than_a_day_and_an_hour_is_asked_for() {
        lists();
        missed.run();
        twilio.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        for (int day = 0; day < 3; day++) {
            clock.advance(Duration.ofDays(1));
            missed.run();
        }
        twilio.verify(1, getRequestedFor(urlPathEqualTo(LIST))
                .withQueryParam("DateSent>", equalTo("2026-11-25T11:30:00")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410})
    void trap_1_5_a_message_whose_media_are_refused_for_good_comes_without_them(int status) {
        lists(received("2", "12:10:00", "1"));
        twilio.stubFor(get(urlPathEqualTo(MEDIA)).willReturn(aResponse().withStatus(status)));
        missed.run();
        assertThat(said(0).text().text()).isEqualTo("bonjour");
        assertThat(said(0).attached()).isEmpty();
        clock.advance(Duration.ofMinutes(5));
        missed.run();
        twilio.verify(1, getRequestedFor(urlPathEqualTo(LIST))
                .withQueryParam("DateSent>", equalTo("2026-11-23T12:15:00")));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 503})
    void trap_1_5_media_that_fail_again_and_again_do_not_stop_the_progress_for_ever(int status) {
        lists(received("2", "12:10:00", "1"), received("1", "12:00:00", "0"));
        twilio.stubFor(get(urlPathEqualTo(MEDIA)).willReturn(aResponse().withStatus(status)));
        for (int n = 1; n < 12; n++) {
            missed.run();
            assertThat(stored).extracting(Arrival::externalId).containsOnly(Twilio.sid("1"));
            clock.advance(Duration.ofMinutes(5));
        }
        missed.run();
        assertThat(stored).extracting(Arrival::externalId).contains(Twilio.sid("2"));
        clock.advance(Duration.ofMinutes(5));
        missed.run();
        twilio.verify(1, getRequestedFor(urlPathEqualTo(LIST))
                .withQueryParam("DateSent>", equalTo("2026-11-23T13:10:00")));
    }

    private Incoming.Said said(int index) {
        return (Incoming.Said) ((Reading.Read) stored.get(index).reading()).incoming();
    }

    private static String received(String sid, String time, String media) {
        return Twilio.message(Twilio.sid(sid), "received", "")
                .replace("\"from\":\"" + Twilio.FROM, "\"from\":\"" + Twilio.LEA)
                .replace("outbound-api", "inbound").replace("\"num_media\":\"0\"", "\"num_media\":\"" + media + "\"")
                .replace("\"date_created\":\"Mon, 23 Nov 2026 12:00:00", "\"date_created\":\"Mon, 23 Nov 2026 " + time);
    }

    private static void lists(String... messages) {
        twilio.stubFor(get(urlPathEqualTo(LIST)).willReturn(okJson(Twilio.page(messages))));
    }
}
