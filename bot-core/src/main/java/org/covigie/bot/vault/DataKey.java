package org.covigie.bot.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.covigie.bot.settings.WrongSetting;

/** The installation's 32-byte key, written as base64 or as 64 hexadecimal digits. */
final class DataKey {
    static final String VARIABLE = "COVIGIE_DATA_KEY";
    private static final int BYTES = 32;

    private DataKey() {}

    /** Reads a key somebody wrote down. */
    static byte[] read(String written) {
        try {
            byte[] key = written.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(written)
                    : Base64.getDecoder().decode(written);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // the sentence below says it; the exception would repeat a part of the secret
        }
        throw new WrongSetting(VARIABLE, "COVIGIE_DATA_KEY must be 32 random bytes in base64 (44 characters) or 64 "
                + "hexadecimal digits, for instance made by: openssl rand -base64 32");
    }

    static WrongSetting missing() {
        return new WrongSetting(VARIABLE,
                "COVIGIE_DATA_KEY must be set when the database is PostgreSQL: 32 random bytes "
                        + "in base64, for instance made by: openssl rand -base64 32");
    }

    /** The key kept in this folder; made there, readable by its owner only, when there is none yet. */
    static byte[] beside(Path folder) {
        Path file = folder.resolve("data.key");
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
            return read(Files.readString(file).strip());
        } catch (IOException e) {
            throw new WrongSetting(VARIABLE, "COVIGIE_DATA_KEY is not set and " + file.toAbsolutePath().normalize()
                    + " can neither be read nor written (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static void make(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(folder, "data", ".key", owner);
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
            // a hard link fails when somebody else was faster, where a move would replace the other one's key
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
