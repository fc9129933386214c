package org.covigie.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class TelegramWebhookTest {
    private static final String SECRET = "S3cret_of-the-hook";

    private final Inbox inbox = mock(Inbox.class);
    private final List<Arrival> stored = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockMvc mvc = mvc("webhook");

    @BeforeEach
    void storeInMemory() {
        doAnswer(call -> stored.addAll(call.getArgument(1))).when(inbox).accept(anyString(), any());
    }

    @Test
    void anUpdateIsStoredBeforeItIsAnsweredWithAnEmpty200() throws Exception {
        byte[] update = TelegramReaderTest.bytes("command-in-reply");
        mvc.perform(hook(SECRET, update)).andExpect(status().isOk()).andExpect(content().string(""));
        assertThat(stored).singleElement()
                .satisfies(one -> assertThat(one.reading()).isInstanceOf(Arrival.Reading.Read.class));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "wrong", "S3cret_of-the-hooK", "S3cret_of-the-hook "})
    void aWrongOrMissingSecretIs401AndNothingIsRead(@Nullable String secret) throws Exception {
        mvc.perform(hook(secret, TelegramReaderTest.bytes("text-in-group"))).andExpect(status().isUnauthorized());
        verifyNoInteractions(inbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"update_id\":", "[]", "{\"update_id\":5,\"message\":7}"})
    void whatCannotBeReadIsAnswered200AndCounted(String body) throws Exception {
        mvc.perform(hook(SECRET, body.getBytes(StandardCharsets.UTF_8))).andExpect(status().isOk());
        assertThat(stored).singleElement()
                .satisfies(one -> assertThat(one.reading()).isInstanceOf(Arrival.Reading.Unreadable.class));
        assertThat(meters.get("covigie.telegram.updates").tag("reading", "unreadable").counter().count()).isEqualTo(1);
    }

    @Test
    void aBodyOverOneMebibyteIs413() throws Exception {
        mvc.perform(hook(SECRET, new byte[1024 * 1024 + 1])).andExpect(status().isContentTooLarge());
        verifyNoInteractions(inbox);
        mvc.perform(hook(SECRET, new byte[1024 * 1024])).andExpect(status().isOk());
    }

    @Test
    void whenItCannotBeStoredTelegramIsAskedToComeBack(CapturedOutput output) throws Exception {
        for (RuntimeException fault : List.of(new DataAccessResourceFailureException("Paul’s words"),
                new CannotCreateTransactionException("Paul’s words"), new IllegalStateException("Paul’s words"))) {
            doThrow(fault).when(inbox).accept(anyString(), any());
            mvc.perform(hook(SECRET, TelegramReaderTest.bytes("text-in-group")))
                    .andExpect(status().isServiceUnavailable()).andExpect(header().string("Retry-After", "5"));
        }
        assertThat(output.getAll()).contains("could not be stored").doesNotContain("Paul");
    }

    @Test
    void inPollingModeThereIsNothingHere() throws Exception {
        mvc("polling").perform(hook("", TelegramReaderTest.bytes("text-in-group"))).andExpect(status().isNotFound());
        verifyNoInteractions(inbox);
    }

    private MockMvc mvc(String mode) {
        TelegramProperties properties = new TelegramProperties("1:a", "", mode, mode.equals("webhook") ? SECRET : "",
                Duration.ofSeconds(1), Duration.ofSeconds(1));
        Intake intake = new Intake(new TelegramReader(() -> "CovigieBot"), inbox, meters, InstantSource.system());
        return MockMvcBuilders.standaloneSetup(new TelegramWebhook(properties, intake)).build();
    }

    private static MockHttpServletRequestBuilder hook(@Nullable String secret, byte[] body) {
        MockHttpServletRequestBuilder request = post("/telegram/webhook").contentType("application/json").content(body);
        return secret == null ? request : request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
}
