package org.covigie.bot.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Capabilities;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.ChannelContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WhatsApp keeps what every channel keeps. */
class WhatsAppContractTest extends ChannelContract {
    @RegisterExtension
    static WireMockExtension twilio = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final WhatsAppProperties properties = Twilio.properties(twilio.baseUrl(), Duration.ofSeconds(3));
    private final TwilioApi api = new TwilioApi(properties, null, new Connection());
    private final WhatsAppChannel channel = new WhatsAppChannel(api, new WhatsAppWriter(Twilio.means(null)),
            new Contents(api, InstantSource.system()), properties, new SimpleMeterRegistry());

    @AfterEach
    void close() {
        api.close();
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Address person() {
        return new Address("whatsapp", Twilio.LEA);
    }

    @Override
    protected Arrival reads(String externalId, String text) {
        Map<String, String> fields = Twilio.text(text);
        fields.put("MessageSid", Twilio.sid(externalId));
        return new WhatsAppReader(Twilio.ACCOUNT, Twilio.FROM, (shown, also) -> shown).read(new Form(fields), 500,
                "other",
                Instant.EPOCH);
    }

    @Override
    protected void platformTakes() {
        twilio.stubFor(
                post(anyUrl()).willReturn(okJson(Twilio.message(Twilio.sid("5"), "queued", "")).withStatus(201)));
    }

    @Override
    protected void platformAsksToWait(Duration time) {
        twilio.stubFor(post(anyUrl()).willReturn(
                aResponse().withStatus(429).withHeader("Retry-After", Long.toString(time.toSeconds()))
                        .withBody(Twilio.error(429, 20429))));
    }

    @Override
    protected void platformIsSilent() {
        twilio.stubFor(post(anyUrl()).willReturn(okJson("{}").withFixedDelay(6_000)));
    }

    @Override
    protected void personBlockedTheBot() {
        twilio.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(400).withBody(Twilio.error(400, 21610))));
    }

    @Override
    protected List<String> textsAtThePlatform() {
        return twilio.findAll(postRequestedFor(anyUrl())).stream()
                .map(request -> Form.of(request.getBody()).getOr("Body", "")).toList();
    }

    @Test
    void trap_3_5_says_what_whatsapp_by_twilio_can_do() {
        assertThat(channel.capabilities()).isEqualTo(new Capabilities(1600, 3, false, false, false, false,
                Duration.ofHours(24), Duration.ofSeconds(6), 0, 80, 45, false, false, true, true,
                java.util.Set.of(Opening.SYNTHESIS, Opening.NOTICE)));
    }

    @Test
    void links_open_the_chat_with_the_bot() {
        assertThat(channel.privateLink()).isEqualTo("https://wa.me/14155238886");
        assertThat(channel.joinLink("7K2M9QXD")).isEqualTo("https://wa.me/14155238886?text=rejoindre%207K2M9QXD");
        assertThat(channel.group(new Address("whatsapp", "group~b3c5"))).isTrue();
        assertThat(channel.group(person())).isFalse();
        assertThat(channel.price().sent()).isEqualTo(new BigDecimal("0.0293"));
    }

    @ParameterizedTest
    @CsvSource({"https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv, true",
            "' https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv?mode=ac_t ', true",
            "https://chat.whatsapp.com/invite/AbCdEfGhIjKlMnOpQrStUv, true", "https://chat.whatsapp.com/, false",
            "voici https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv, false",
            "http://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv, false",
            "https://chat.whatsapp.com.evil.example/AbCdEfGhIjKlMnOpQrStUv, false"})
    void knows_the_link_into_a_group_when_it_stands_alone(String text, boolean link) {
        assertThat(channel.invitesInto(text)).isEqualTo(link);
    }
}
