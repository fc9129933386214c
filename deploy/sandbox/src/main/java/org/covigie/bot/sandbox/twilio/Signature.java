package org.covigie.bot.sandbox.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of {@code X-Twilio-Signature}: Base64 of HMAC-SHA1 over the address without its fragment and every parameter of the
 * body, sorted by name, name and value without anything between (twilio.com/docs/usage/security).
 */
public final class Signature {

    private Signature() {}

    /**
     * Signs one form POST.
     *
     * @param address as the outside sees it; what follows a {@code #} is left out
     */
    public static String of(String authToken, String address, Map<String, String> parameters) {
        int fragment = address.indexOf('#');
        StringBuilder signed = new StringBuilder(fragment < 0 ? address : address.substring(0, fragment));
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
