package org.covigie.bot.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
    private static final Map<String, String> CALL = Map.of("Digits", "1234", "CallSid", "CA1234567890ABCDE", "To",
            "+18005551212", "Caller", "+14158675309", "From", "+14158675309");

    private final RequestValidator validator = new RequestValidator("12345");
    private final Signatures signatures = new Signatures(Twilio.properties(""),
            new PublicAddress("https://bot.example.org/"));

    @ParameterizedTest
    @CsvSource({"https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
            "https://mycompany.com/myapp.php, 1xaxFBvyzXYvWplzNOSs28HWO94=",
            "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w="})
    void vector_2_3_of_twilios_own(String url, String signature) {
        assertThat(validator.validate(url, CALL, signature)).isTrue();
    }

    @Test
    void vector_2_3_without_parameters_and_with_a_json_body() throws URISyntaxException {
        String url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        assertThat(validator.validate(url, new HashMap<>(), "zYQTYrRWXE7LtzbG4PfP7/bkkGo=")).isTrue();
        String body = "{\"property\": \"value\", \"boolean\": true}";
        assertThat(validator.validate(url
                + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620", body,
                "a9nBmqA0ju/hNViExpshrM61xv4=")).isTrue();
    }

    @Test
    void trap_7_2_a_vector_in_whatsapps_shape_that_another_implementation_signed() {
        Map<String, String> fields = whatsAppShape();
        String signature = "uC+v/MW0Lx6J3gnIgcEpi22/4ug=";
        assertThat(validator.validate("https://bot.example.org/twilio/whatsapp", fields, signature)).isTrue();
        assertThat(Twilio.signature("https://bot.example.org/twilio/whatsapp", fields)).isEqualTo(signature);
        assertThat(signatures.right("/twilio/whatsapp", null, new Form(fields), signature)).isTrue();
        Form read = Form.of(Twilio.encoded(fields).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(signatures.right("/twilio/whatsapp", null, read, signature)).isTrue();
    }

    @Test
    void trap_2_4_line_ends_count() {
        Map<String, String> fields = whatsAppShape();
        fields.compute("Body", (name, body) -> String.valueOf(body).replace("\n", "\r\n"));
        assertThat(signatures.right("/twilio/whatsapp", null, new Form(fields), "uC+v/MW0Lx6J3gnIgcEpi22/4ug="))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"https://bot.example.org/whatsapp/inbound, true", "https://bot.example.org:443/whatsapp/inbound, true",
            "http://bot.example.org/whatsapp/inbound, false", "https://bot.example.org/whatsapp/inbound/, false",
            "https://bot.example.org/whatsapp/inbound#rc=3, false", "http://127.0.0.1:8080/whatsapp/inbound, false",
            "https://bot.example.org/whatsapp/inbound?a=b, false"})
    void trap_2_4_only_the_address_the_outside_sees_counts(String signed, boolean right) {
        Map<String, String> fields = Twilio.text("Bonjour");
        assertThat(signatures.right(PublicAddress.INBOUND, null, new Form(fields), Twilio.signature(signed, fields)))
                .isEqualTo(right);
    }

    @Test
    void trap_2_4_an_odd_port_in_the_public_address_may_be_signed_or_not() {
        Signatures odd = new Signatures(Twilio.properties(""), new PublicAddress("https://bot.example.org:8443"));
        Map<String, String> fields = Twilio.text("Bonjour");
        assertThat(odd.right(PublicAddress.INBOUND, null, new Form(fields),
                Twilio.signature("https://bot.example.org:8443/whatsapp/inbound", fields))).isTrue();
        assertThat(odd.right(PublicAddress.INBOUND, null, new Form(fields),
                Twilio.signature("https://bot.example.org/whatsapp/inbound", fields))).isTrue();
    }

    @Test
    void trap_2_1_a_query_is_signed_with_the_address_as_it_came() {
        Map<String, String> fields = Twilio.text("Bonjour");
        String signature = Twilio.signature("https://bot.example.org/whatsapp/inbound?a=%20b&From=x", fields);
        assertThat(signatures.right(PublicAddress.INBOUND, "a=%20b&From=x", new Form(fields), signature)).isTrue();
        assertThat(signatures.right(PublicAddress.INBOUND, "a=+b&From=x", new Form(fields), signature)).isFalse();
        assertThat(signatures.right(PublicAddress.INBOUND, null, new Form(fields), signature)).isFalse();
    }

    @Test
    void a_path_before_ours_belongs_to_the_address() {
        Signatures behind = new Signatures(Twilio.properties(""), new PublicAddress("https://example.org/bot/"));
        Map<String, String> fields = Twilio.text("Bonjour");
        assertThat(behind.right(PublicAddress.INBOUND, null, new Form(fields),
                Twilio.signature("https://example.org/bot/whatsapp/inbound", fields))).isTrue();
    }

    @Test
    void trap_2_2_no_signature_or_another_account_is_wrong() {
        Map<String, String> fields = Twilio.text("Bonjour");
        assertThat(signatures.right(PublicAddress.INBOUND, null, new Form(fields), null)).isFalse();
        assertThat(signatures.right(PublicAddress.INBOUND, null, new Form(fields), "")).isFalse();
        fields.put("AccountSid", "AC" + "b".repeat(32));
        assertThat(signatures.right(PublicAddress.INBOUND, null, new Form(fields),
                Twilio.signature("https://bot.example.org/whatsapp/inbound", fields))).isFalse();
    }

    private static Map<String, String> whatsAppShape() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : new String[]{"MessageSid", "SmsMessageSid", "SmsSid"}) {
            fields.put(name, "SM" + "b".repeat(32));
        }
        fields.putAll(Map.of("AccountSid", Twilio.ACCOUNT, "From", Twilio.LEA, "To", Twilio.FROM, "WaId",
                "33612345678", "ProfileName", "Zoë 🐝", "Body", "Salut l'équipe 👋\nligne 2", "NumMedia", "0",
                "NumSegments", "1"));
        fields.putAll(Map.of("SmsStatus", "received", "MessageType", "text", "ApiVersion", "2010-04-01",
                "ReferralNumMedia", "0", "ExternalUserId", Twilio.LEA_OWN));
        return fields;
    }
}
