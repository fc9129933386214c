package org.covigie.bot.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens with the installation's data key. Thread-safe.
 *
 * <p>A sealed value is one byte that names the format (1), a random 12-byte nonce, and the AES-256-GCM cipher text with its
 * 16-byte tag. Two seals of one text differ; {@link #fingerprint} of one text never does.
 */
public final class Vault {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec printing;
    private final SecureRandom random = new SecureRandom();

    /** @param key exactly 32 bytes */
    public Vault(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("the data key must have 32 bytes");
        }
        sealing = new SecretKeySpec(derive(key, "covigie seal"), "AES");
        printing = new SecretKeySpec(derive(key, "covigie fingerprint"), "HmacSHA256");
    }

    /** Seals a text. */
    public byte[] seal(String text) {
        return seal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals bytes. */
    public byte[] seal(byte[] clear) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            ByteBuffer sealed = ByteBuffer.allocate(1 + NONCE + cipher.getOutputSize(clear.length));
            sealed.put(FORMAT).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(clear), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Opens what {@link #seal(byte[])} sealed; fails when the key or the bytes are not the same. */
    public byte[] open(byte[] sealed) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new IllegalStateException("not a sealed value");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value cannot be opened with this data key");
        }
    }

    /** Opens a sealed text. */
    public String openText(byte[] sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }

    /** A keyed hash, 32 hexadecimal characters: the same text gives the same one, and nothing leads back to the text. */
    public String fingerprint(String text) {
        byte[] mac = mac(printing, text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac, 0, 16);
    }

    private static byte[] derive(byte[] key, String purpose) {
        return mac(new SecretKeySpec(key, "HmacSHA256"), purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(SecretKeySpec key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyed hashing failed", e);
        }
    }
}
