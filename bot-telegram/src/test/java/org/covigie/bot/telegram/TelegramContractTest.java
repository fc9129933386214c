package org.covigie.bot.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.people.Address;
import org.covigie.bot.testing.ChannelContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Telegram keeps what every channel keeps. */
class TelegramContractTest extends ChannelContract {
    @RegisterExtension
    static WireMockExtension telegram = WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private final TelegramApi api = new TelegramApi(new TelegramProperties("1:a", telegram.baseUrl(), "", "",
            Duration.ofSeconds(1), Duration.ofSeconds(1)), new Connection());
    private final TelegramChannel channel = new TelegramChannel(api, new Self(api), new SimpleMeterRegistry());

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
        return new Address("telegram", "5400000001");
    }

    @Override
    protected Arrival reads(String externalId, String text) {
        String update = "{\"update_id\":" + externalId + ",\"message\":{\"message_id\":1,\"date\":1790000000,"
                + "\"from\":{\"id\":5400000001,\"is_bot\":false,\"first_name\":\"Léa\"},"
                + "\"chat\":{\"id\":5400000001,\"type\":\"private\",\"first_name\":\"Léa\"},\"text\":\"" + text
                + "\"}}";
        return new TelegramReader(() -> "CovigieBot").read(update.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }

    @Override
    protected void platformTakes() {
        telegram.stubFor(post(anyUrl()).willReturn(okJson("{\"ok\":true,\"result\":{\"message_id\":77,\"date\":1}}")));
    }

    @Override
    protected void platformAsksToWait(Duration time) {
        telegram.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(429)
                .withBody(
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after\",\"parameters\":"
                                + "{\"retry_after\":" + time.toSeconds() + "}}")));
    }

    @Override
    protected void platformIsSilent() {
        telegram.stubFor(post(anyUrl()).willReturn(okJson("{\"ok\":true,\"result\":{}}").withFixedDelay(3_000)));
    }

    @Override
    protected void personBlockedTheBot() {
        telegram.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(403)
                .withBody(
                        "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}")));
    }

    @Override
    protected List<String> textsAtThePlatform() {
        return telegram.findAll(postRequestedFor(anyUrl())).stream()
                .map(request -> Answer.JSON.readTree(request.getBody()).path("text").asString()).toList();
    }
}
