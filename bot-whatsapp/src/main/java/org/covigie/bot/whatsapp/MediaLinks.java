package org.covigie.bot.whatsapp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.covigie.bot.messaging.Attachment;

/**
 * Links to what people sent, for Twilio to fetch. Nothing is kept for them: the token itself holds what it leads to and when it
 * ends, sealed (AES-256-GCM) with a key made of the auth token. So it cannot be guessed or changed, any instance can serve it,
 * and it is void once the auth token is changed. Thread-safe.
 */
final class MediaLinks {
    /** As long as Twilio may keep a message in its queue. */
    static final Duration LIFE = Duration.ofHours(4);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MOST_TOKEN = 600;

    private final SecretKeySpec key;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    MediaLinks(String authToken, InstantSource clock) {
        this.key = key(authToken);
        this.clock = clock;
    }

    String token(Attachment attachment) {
        byte[] words = (attachment.type() + "\n" + attachment.reference()).getBytes(StandardCharsets.UTF_8);
        byte[] clear = ByteBuffer.allocate(Long.BYTES + words.length)
                .putLong(clock.instant().plus(LIFE).getEpochSecond()).put(words).array();
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(clear);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a link cannot be sealed", e);
        }
    }

    /** What the token leads to; empty when it is none of ours, or has ended. */
    Optional<Attachment> open(String token) {
        try {
            byte[] bytes = token.length() > MOST_TOKEN ? new byte[0] : Base64.getUrlDecoder().decode(token);
            if (bytes.length <= NONCE + TAG_BITS / 8 + Long.BYTES) {
                return Optional.empty();
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE));
            ByteBuffer clear = ByteBuffer.wrap(cipher.doFinal(bytes, NONCE, bytes.length - NONCE));
            Instant ends = Instant.ofEpochSecond(clear.getLong());
            String[] words = StandardCharsets.UTF_8.decode(clear).toString().split("\n", 2);
            return clock.instant().isBefore(ends) && words.length == 2 && Sids.isMediaPath(words[1])
                    ? Optional.of(new Attachment(words[1], words[0]))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SecretKeySpec key(String authToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal("covigie whatsapp media".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key for links cannot be made", e);
        }
    }
}
