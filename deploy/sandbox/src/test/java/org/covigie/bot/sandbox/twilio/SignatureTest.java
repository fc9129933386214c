package org.covigie.bot.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vectors of Twilio's own libraries, and one of WhatsApp's form. */
class SignatureTest {

    private static final Map<String, String> CALL = Map.of("Digits", "1234", "CallSid", "CA1234567890ABCDE", "To",
            "+18005551212", "Caller", "+14158675309", "From", "+14158675309");

    @Test
    void twilios_own_vectors_are_met() {
        assertThat(Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", CALL))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        assertThat(Signature.of("12345", "https://mycompany.com/myapp.php", CALL))
                .isEqualTo("1xaxFBvyzXYvWplzNOSs28HWO94=");
        assertThat(Signature.of("12345", "https://mycompany.com:443/myapp.php?foo=1&bar=2", CALL))
                .isEqualTo("kvajT1Ptam85bY51eRf/AJRuM3w=");
        assertThat(Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", Map.of()))
                .isEqualTo("zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
    }

    @Test
    void the_fragment_is_no_part_of_it() {
        assertThat(Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2#rc=3&rp=5xx", CALL))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void accents_emoji_and_line_breaks_are_signed_as_utf_8() {
        String sid = "SM" + "b".repeat(32);
        Map<String, String> message = new HashMap<>(Map.of("MessageSid", sid, "SmsMessageSid", sid, "SmsSid", sid,
                "AccountSid", "AC" + "a".repeat(32), "From", "whatsapp:+33612345678", "To", "whatsapp:+14155238886",
                "WaId", "33612345678", "ProfileName", "Zoë 🐝", "Body", "Salut l'équipe 👋\nligne 2", "NumMedia", "0"));
        message.putAll(Map.of("NumSegments", "1", "SmsStatus", "received", "MessageType", "text", "ApiVersion",
                "2010-04-01", "ReferralNumMedia", "0", "ExternalUserId", "whatsapp:FR.1A2B3C4D5E6F"));
        assertThat(Signature.of("12345", "https://bot.example.org/twilio/whatsapp", message))
                .isEqualTo("uC+v/MW0Lx6J3gnIgcEpi22/4ug=");
    }
}
