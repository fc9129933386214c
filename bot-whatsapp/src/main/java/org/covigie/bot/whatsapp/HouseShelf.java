package org.covigie.bot.whatsapp;

import java.time.Duration;
import java.util.Optional;
import org.covigie.bot.messaging.HostedFiles;

/** The house's own shelf. */
final class HouseShelf implements FileShelf {
    private static final Duration LIFE = Duration.ofHours(4);

    private final HostedFiles files;

    HouseShelf(HostedFiles files) {
        this.files = files;
    }

    @Override
    public String put(byte[] bytes, String type, String name) {
        return files.put(bytes, type, name, LIFE);
    }

    @Override
    public Optional<Shelved> get(String token) {
        return files.get(token).map(file -> new Shelved(file.bytes(), file.type(), file.name()));
    }
}
