package org.covigie.bot.messaging;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that a platform fetches from us by a link nobody can guess and that ends. They lie sealed in the database. */
@Service
public class HostedFiles {
    /** The largest file that is taken, in bytes: what the platforms pass on at most. */
    public static final int MOST = 16 * 1024 * 1024;
    private static final int TOKEN_BYTES = 18;
    /** What the embedded database takes in one value, less what sealing adds. */
    private static final int PIECE = 1_000_000;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Sealer sealer;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    HostedFiles(JdbcClient db, PlatformTransactionManager transactions, Vault vault, Sealer sealer,
            InstantSource clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
        this.sealer = sealer;
        this.clock = clock;
    }

    private record Label(String type, String name) {}

    /**
     * Keeps a file for that long, and returns the secret under which it is found: 24 characters that may stand in a link.
     *
     * @throws IllegalArgumentException when it has more than {@link #MOST} bytes
     */
    public String put(byte[] bytes, String type, String name, Duration life) {
        if (bytes.length > MOST) {
            throw new IllegalArgumentException("a file is too large: " + bytes.length + " bytes");
        }
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String print = print(token);
        transaction.executeWithoutResult(status -> {
            db.sql("insert into hosted_file (token_print, body, expires_at) values (:print, :body, :expires)")
                    .param("print", print).param("body", sealer.seal(new Label(type, name)))
                    .param("expires", Times.column(clock.instant().plus(life))).update();
            for (int from = 0, number = 0; from < bytes.length; from += PIECE, number++) {
                byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
                db.sql("insert into hosted_file_piece (token_print, number, body) values (:print, :number, :body)")
                        .param("print", print).param("number", number).param("body", vault.seal(piece)).update();
            }
        });
        return token;
    }

    /** The file under this secret; empty when there is none, or no longer. */
    public Optional<HostedFile> get(String token) {
        String print = print(token);
        return db.sql("select body from hosted_file where token_print = :print and expires_at > :now")
                .param("print", print).param("now", Times.column(clock.instant()))
                .query((row, n) -> sealer.open(row.getBytes("body"), Label.class)).optional()
                .map(label -> new HostedFile(bytes(print), label.type(), label.name()));
    }

    private byte[] bytes(String print) {
        List<byte[]> pieces = db.sql("select body from hosted_file_piece where token_print = :print order by number")
                .param("print", print).query((row, n) -> vault.open(row.getBytes("body"))).list();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    void purge(Instant now) {
        db.sql("delete from hosted_file where expires_at <= :now").param("now", Times.column(now)).update();
    }

    private String print(String token) {
        return sealer.fingerprint("hosted file " + token);
    }
}
