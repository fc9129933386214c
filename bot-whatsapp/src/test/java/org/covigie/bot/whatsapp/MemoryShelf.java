package org.covigie.bot.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Keeps files in this process: enough for one instance, and gone with it. */
final class MemoryShelf implements FileShelf {
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Shelved> files = Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(4))
            .maximumWeight(64L << 20).weigher((String token, Shelved file) -> file.bytes().length).build();

    @Override
    public String put(byte[] bytes, String type, String name) {
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        files.put(token, new Shelved(bytes, type, name));
        return token;
    }

    @Override
    public Optional<Shelved> get(String token) {
        return Optional.ofNullable(files.getIfPresent(token));
    }
}
