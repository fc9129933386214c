package org.covigie.bot.synthesis;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which groups keep announcements at the top, and which messages stand there. */
@Component
class PinStore {
    private final JdbcClient db;
    private final Vault vault;

    PinStore(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /**
     * What a group's animator chose.
     *
     * @param since   when
     * @param refused whether the animator has heard since then that the right is missing
     */
    record Chosen(Instant since, boolean refused) {}

    Optional<Chosen> chosen(long group) {
        return db.sql("select since, refused from synthesis_pinning where group_id = :group").param("group", group)
                .query((row, n) -> new Chosen(
                        Objects.requireNonNull(row.getObject("since", OffsetDateTime.class)).toInstant(),
                        row.getBoolean("refused")))
                .optional();
    }

    /** To choose it again is to ask again to be told what is missing. */
    void choose(long group, boolean pins, Instant now) {
        db.sql("delete from synthesis_pinning where group_id = :group").param("group", group).update();
        if (pins) {
            db.sql("insert into synthesis_pinning (group_id, since) values (:group, :now) on conflict do nothing")
                    .param("group", group).param("now", now.atOffset(ZoneOffset.UTC)).update();
        }
    }

    void refused(long group) {
        db.sql("update synthesis_pinning set refused = true where group_id = :group").param("group", group).update();
    }

    void pinned(UUID id, long group, String message) {
        db.sql("update synthesis_group set pinned = :message where synthesis_id = :id and group_id = :group")
                .param("message", vault.seal(message)).param("id", id).param("group", group).update();
    }

    /** The message at the top, until now. */
    Optional<String> released(UUID id, long group) {
        Optional<String> message = db.sql("select pinned from synthesis_group where synthesis_id = :id "
                + "and group_id = :group and pinned is not null").param("id", id).param("group", group)
                .query((row, n) -> vault.openText(Objects.requireNonNull(row.getBytes("pinned")))).optional();
        db.sql("update synthesis_group set pinned = null where synthesis_id = :id and group_id = :group")
                .param("id", id).param("group", group).update();
        return message;
    }
}
