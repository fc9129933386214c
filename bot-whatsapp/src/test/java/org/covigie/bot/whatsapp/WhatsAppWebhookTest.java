package org.covigie.bot.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Receipt;
import org.covigie.bot.messaging.Receipts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class WhatsAppWebhookTest {
    private final Inbox inbox = mock(Inbox.class);
    private final List<Arrival> stored = new ArrayList<>();
    private final List<Receipt> told = new ArrayList<>();
    private final Receipts receipts = mock(Receipts.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Intake intake = new Intake(new WhatsAppReader(Twilio.ACCOUNT, Twilio.FROM, (shown, also) -> shown),
            inbox, meters,
            InstantSource.system());
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new WhatsAppWebhook(
            new Signatures(Twilio.properties(""), new PublicAddress(Twilio.PUBLIC)), intake, receipts)).build();

    @BeforeEach
    void storeInMemory() {
        doAnswer(call -> stored.addAll(call.getArgument(1))).when(inbox).accept(anyString(), any());
        doAnswer(call -> told.addAll(call.getArgument(1))).when(receipts).accept(eq("whatsapp"), any());
    }

    @Test
    void trap_1_4_a_message_is_stored_and_then_answered_with_an_empty_reply() throws Exception {
        mvc.perform(inbound(Twilio.text("Bonjour"))).andExpect(status().isOk())
                .andExpect(content().contentType("text/xml")).andExpect(content().string("<Response/>"));
        assertThat(stored).singleElement().satisfies(one -> {
            assertThat(one.externalId()).isEqualTo(Twilio.sid("1"));
            assertThat(one.reading()).isInstanceOf(Arrival.Reading.Read.class);
        });
    }

    @Test
    void a_wrong_or_missing_signature_is_403_and_nothing_is_read() throws Exception {
        Map<String, String> fields = Twilio.text("Bonjour");
        mvc.perform(post("/whatsapp/inbound").contentType("application/x-www-form-urlencoded")
                .content(Twilio.encoded(fields))).andExpect(status().isForbidden());
        for (String signature : List.of("", "x", Twilio.signature("https://bot.example.org/whatsapp/status", fields))) {
            mvc.perform(signed("/whatsapp/inbound", fields, signature)).andExpect(status().isForbidden());
            mvc.perform(signed("/whatsapp/status", fields, signature + "x")).andExpect(status().isForbidden());
        }
        verifyNoInteractions(inbox);
        assertThat(told).isEmpty();
    }

    @Test
    void another_accounts_message_is_403() throws Exception {
        Map<String, String> fields = Twilio.text("Bonjour");
        fields.put("AccountSid", "AC" + "b".repeat(32));
        mvc.perform(inbound(fields)).andExpect(status().isForbidden());
        verifyNoInteractions(inbox);
    }

    @Test
    void trap_2_4_what_the_request_claims_about_itself_does_not_count() throws Exception {
        Map<String, String> fields = Twilio.text("Bonjour");
        String evil = Twilio.signature("https://evil.example/whatsapp/inbound", fields);
        mvc.perform(signed("/whatsapp/inbound", fields, evil).header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example").header("X-Forwarded-Proto", "https"))
                .andExpect(status().isForbidden());
        mvc.perform(inbound(fields).header("Host", "127.0.0.1").header("X-Forwarded-Proto", "http"))
                .andExpect(status().isOk());
    }

    @Test
    void trap_2_4_the_query_is_part_of_the_address_and_no_field() throws Exception {
        Map<String, String> fields = Twilio.text("Bonjour");
        String query = "Body=autre&a=%C3%A9";
        String signature = Twilio.signature("https://bot.example.org/whatsapp/inbound?" + query, fields);
        mvc.perform(post(URI.create("/whatsapp/inbound?" + query)).contentType("application/x-www-form-urlencoded")
                .content(Twilio.encoded(fields)).header("X-Twilio-Signature", signature)).andExpect(status().isOk());
        assertThat(stored).hasSize(1);
        mvc.perform(signed("/whatsapp/inbound", fields, signature)).andExpect(status().isForbidden());
    }

    @Test
    void trap_1_1_fields_nobody_knows_are_no_fault() throws Exception {
        Map<String, String> fields = Twilio.text("Bonjour");
        fields.put("Something.New[]", "é👋");
        mvc.perform(inbound(fields)).andExpect(status().isOk());
        assertThat(stored).hasSize(1);
    }

    @Test
    void what_is_rightly_signed_but_cannot_be_read_is_answered_200_and_counted() throws Exception {
        mvc.perform(inbound(new HashMap<>(Map.of("AccountSid", Twilio.ACCOUNT)))).andExpect(status().isOk());
        assertThat(stored).singleElement()
                .satisfies(one -> assertThat(one.reading()).isInstanceOf(Arrival.Reading.Unreadable.class));
        assertThat(meters.get("covigie.whatsapp.inbound").tag("reading", "unreadable").counter().count()).isEqualTo(1);
    }

    @Test
    void a_body_over_64_kilobytes_is_413() throws Exception {
        mvc.perform(post("/whatsapp/inbound").content(new byte[64 * 1024 + 1]).header("X-Twilio-Signature", "x"))
                .andExpect(status().isContentTooLarge());
        mvc.perform(post("/whatsapp/inbound").content(new byte[64 * 1024]).header("X-Twilio-Signature", "x"))
                .andExpect(status().isForbidden());
        Map<String, String> longest = Twilio.text("👩🏽‍⚕️".repeat(228));
        mvc.perform(inbound(longest)).andExpect(status().isOk());
    }

    @Test
    void when_it_cannot_be_stored_twilio_is_asked_to_come_back(CapturedOutput output) throws Exception {
        for (RuntimeException fault : List.of(new DataAccessResourceFailureException("Paul’s words"),
                new CannotCreateTransactionException("Paul’s words"))) {
            doThrow(fault).when(inbox).accept(anyString(), any());
            mvc.perform(inbound(Twilio.text("Bonjour"))).andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "5"));
            doThrow(fault).when(receipts).accept(anyString(), any());
            mvc.perform(callback(Map.of("MessageStatus", "sent"))).andExpect(status().isServiceUnavailable());
        }
        assertThat(output.getAll()).contains("could not be stored").doesNotContain("Paul").doesNotContain("Bonjour")
                .doesNotContain("3361234");
    }

    @Test
    void trap_3_4_a_callback_becomes_a_receipt() throws Exception {
        mvc.perform(callback(Map.of("MessageStatus", "undelivered", "ErrorCode", "63016", "ChannelStatusMessage",
                "Meta’s own words", "ChannelPrefix", "whatsapp"))).andExpect(status().isOk())
                .andExpect(content().string("<Response/>"));
        assertThat(told).containsExactly(new Receipt(Twilio.sid("9"), Receipt.State.FAILED, "63016"));
        verifyNoInteractions(inbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "queued", "sending", "scheduled", "", "what?"})
    void trap_3_4_on_its_way_is_no_receipt(String word) throws Exception {
        mvc.perform(callback(Map.of("MessageStatus", word))).andExpect(status().isOk());
        assertThat(told).isEmpty();
    }

    private static MockHttpServletRequestBuilder inbound(Map<String, String> fields) {
        return signed("/whatsapp/inbound", fields, Twilio.signature(Twilio.PUBLIC + "/whatsapp/inbound", fields));
    }

    private static MockHttpServletRequestBuilder callback(Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("MessageSid", Twilio.sid("9"));
        fields.put("AccountSid", Twilio.ACCOUNT);
        return signed("/whatsapp/status", fields, Twilio.signature(Twilio.PUBLIC + "/whatsapp/status", fields));
    }

    private static MockHttpServletRequestBuilder signed(String path, Map<String, String> fields, String signature) {
        return post(path).contentType("application/x-www-form-urlencoded").content(Twilio.encoded(fields))
                .header("X-Twilio-Signature", signature);
    }
}
