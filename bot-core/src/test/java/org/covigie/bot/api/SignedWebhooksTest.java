package org.covigie.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.covigie.bot.testing.WebHouse;
import org.covigie.bot.testing.WebHouse.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedWebhooksTest {
    private static final String PATH = "/api/v1/syntheses";
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final String BODY = """
            {"externalId":"w-1","title":"Vaccins","url":"https://covigie.example.org/1","groups":[]}""";

    @SuppressWarnings("NullAway.Init")
    private WebHouse web;

    @BeforeAll
    void opens() {
        web = WebHouse.open(Map.of("covigie.api.token", WebHouse.TOKEN, "covigie.platform.webhook-secret",
                "whsec_" + Base64.getEncoder().encodeToString(KEY)));
    }

    @AfterAll
    void closes() {
        web.close();
    }

    @Test
    void whatIsSignedIsTakenOnceAlsoBesideAnOlderSecretsSignature() {
        String now = now(0);
        assertThat(posts(PATH, BODY, "msg_1", now, signature("msg_1", now, BODY)).status()).isEqualTo(202);
        assertThat(posts(PATH, BODY, "msg_1", now, "v1,AAAA " + signature("msg_1", now, BODY)).status())
                .isEqualTo(200);
        assertThat(posts(PATH, BODY, "msg_2", now(-299), signature("msg_2", now(-299), BODY)).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotSignedRightlyOrTooOldOrElsewhereIsRefused() {
        String now = now(0);
        String right = signature("msg_1", now, BODY);
        assertThat(posts(PATH, BODY + " ", "msg_1", now, right).status()).isEqualTo(401);
        assertThat(posts(PATH, BODY, "msg_2", now, right).status()).isEqualTo(401);
        assertThat(posts(PATH, BODY, "msg_1", now, right.replace("v1,", "v2,")).status()).isEqualTo(401);
        for (int seconds : new int[]{-301, 301}) {
            assertThat(posts(PATH, BODY, "msg_1", now(seconds), signature("msg_1", now(seconds), BODY)).status())
                    .isEqualTo(401);
        }
        assertThat(posts("/api/v1/patient-data/check", BODY, "msg_1", now, right).status()).isEqualTo(401);
        assertThat(web.strangerGets(PATH, "webhook-id", "msg_1", "webhook-timestamp", now, "webhook-signature",
                right).status()).isEqualTo(401);
    }

    private String now(int seconds) {
        return String.valueOf(web.house().clock().instant().getEpochSecond() + seconds);
    }

    private Answer posts(String path, String body, String id, String timestamp, String signature) {
        return web.strangerPosts(path, body, "Content-Type", "application/json", "webhook-id", id,
                "webhook-timestamp", timestamp, "webhook-signature", signature);
    }

    private static String signature(String id, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(
                    mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
