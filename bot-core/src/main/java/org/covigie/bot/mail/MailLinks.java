package org.covigie.bot.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * The addresses that stand in letters. The one that confirms holds a random token of which only a keyed hash is kept; the one
 * that ends a subscription holds its id with a keyed hash, so that it works for as long as the letter is kept somewhere.
 */
@Component
class MailLinks {
    static final String CONFIRM = "/mail/confirm/";
    static final String LEAVE = "/mail/unsubscribe/";
    private static final int ID = 36;

    private final Vault vault;
    private final MailSettings settings;
    private final SecureRandom random = new SecureRandom();

    MailLinks(Vault vault, MailSettings settings) {
        this.vault = vault;
        this.settings = settings;
    }

    String freshToken() {
        byte[] token = new byte[24];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    String print(String token) {
        return vault.fingerprint("mail token " + token);
    }

    String confirm(String token) {
        return settings.publicUrl() + CONFIRM + token;
    }

    String leave(UUID subscription) {
        return settings.publicUrl() + LEAVE + subscription + seal(subscription);
    }

    /** Whose link this is; nothing when it is none of ours. */
    Optional<UUID> left(String token) {
        if (token.length() <= ID) {
            return Optional.empty();
        }
        try {
            UUID subscription = UUID.fromString(token.substring(0, ID));
            byte[] given = token.substring(ID).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(given, seal(subscription).getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(subscription)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String seal(UUID subscription) {
        return vault.fingerprint("mail leave " + subscription);
    }
}
