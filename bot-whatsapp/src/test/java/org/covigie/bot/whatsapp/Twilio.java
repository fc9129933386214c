package org.covigie.bot.whatsapp;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.covigie.bot.messaging.Attachment;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.messaging.Outgoing;
import org.jspecify.annotations.Nullable;

/** What tests need of Twilio: an account, webhooks as they come, and a signature made without Twilio's own code. */
final class Twilio {
    static final String ACCOUNT = "AC" + "a".repeat(32);
    static final String TOKEN = "12345";
    static final String FROM = "whatsapp:+14155238886";
    static final String LEA = "whatsapp:+33612345678";
    static final String LEA_OWN = "whatsapp:FR.1A2B3C4D5E6F";
    static final String PUBLIC = "https://bot.example.org";

    private Twilio() {}

    static WhatsAppProperties properties(String url) {
        return properties(url, Duration.ofSeconds(10));
    }

    static WhatsAppProperties properties(String url, Duration timeout) {
        return new WhatsAppProperties(ACCOUNT, TOKEN, FROM, url, "HX" + "1".repeat(32), "HX" + "2".repeat(32), "",
                timeout, new PriceSettings("0.0293", "0.0045", "EUR", "2026-10-01", "source"));
    }

    static TwilioApi api(String url) {
        return new TwilioApi(properties(url), new PublicAddress(PUBLIC).statusCallback(), new Connection());
    }

    /** A SID of a message that ends so. */
    static String sid(String end) {
        return "SM" + "0".repeat(32 - end.length()) + end;
    }

    /** A text as Twilio tells it. */
    static Map<String, String> text(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("SmsMessageSid", sid("1"));
        fields.put("NumMedia", "0");
        fields.put("ProfileName", "Léa 🐝");
        fields.put("MessageType", "text");
        fields.put("SmsSid", sid("1"));
        fields.put("WaId", "33612345678");
        fields.put("SmsStatus", "received");
        fields.put("Body", body);
        fields.put("To", FROM);
        fields.put("NumSegments", "1");
        fields.put("ReferralNumMedia", "0");
        fields.put("MessageSid", sid("1"));
        fields.put("AccountSid", ACCOUNT);
        fields.put("ExternalUserId", LEA_OWN);
        fields.put("From", LEA);
        fields.put("ApiVersion", "2010-04-01");
        return fields;
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /** twilio.com/docs/usage/webhooks/webhooks-security, by hand. */
    static String signature(String url, Map<String, String> fields) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message as Twilio shows it. */
    static String message(String sid, String status, String more) {
        return """
                {"account_sid":"%s","api_version":"2010-04-01","body":"bonjour","date_created":"Mon, 23 Nov 2026 12:00:00 +0000",
                "date_sent":null,"date_updated":"Mon, 23 Nov 2026 12:00:00 +0000","direction":"outbound-api","error_code":null,
                "error_message":null,"from":"%s","messaging_service_sid":null,"num_media":"0","num_segments":"1","price":null,
                "price_unit":null,"to":"%s","uri":"/x","subresource_uris":{},"sid":"%s","status":"%s"%s}"""
                .formatted(ACCOUNT, FROM, LEA, sid, status, more.isEmpty() ? "" : "," + more);
    }

    static String page(String... messages) {
        return "{\"messages\":[" + String.join(",", messages)
                + "],\"uri\":\"/x\",\"first_page_uri\":\"/x\",\"next_page_uri\":null,\"page\":0,\"page_size\":100}";
    }

    static String error(int status, int code) {
        return "{\"code\":" + code
                + ",\"message\":\"what Léa wrote\",\"more_info\":\"https://www.twilio.com/docs/errors/"
                + code + "\",\"status\":" + status + "}";
    }

    /** Means that give this template, or none, and links that say what they are. */
    static WhatsAppWriter.Means means(@Nullable String template) {
        return new WhatsAppWriter.Means() {
            @Override
            public @Nullable String template(Template choices) {
                return template == null ? null : template + choices.friendlyName();
            }

            @Override
            public @Nullable String template(Opening opening) {
                return properties("").templates().get(opening);
            }

            @Override
            public URI link(Attachment attachment) {
                return URI.create(PUBLIC + "/m");
            }

            @Override
            public URI link(Outgoing.File file) {
                return URI.create(PUBLIC + "/f");
            }
        };
    }
}
