package org.covigie.bot.synthesis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which synthesis was put right how often, and how far that has got. */
@Component
class CorrectionStore {
    private final JdbcClient db;

    CorrectionStore(JdbcClient db) {
        this.db = db;
    }

    /** Says it in other words; false when it says so already, or was taken back. */
    boolean change(UUID id, String title, @Nullable String summary, String url) {
        return db.sql("update synthesis set title = :title, summary = :summary, url = :url, revision = revision + 1 "
                + "where id = :id and withdrawn_at is null and (title <> :title or url <> :url "
                + "or coalesce(summary, '') <> :said)").param("id", id).param("title", title).param("summary", summary)
                .param("said", summary == null ? "" : summary).param("url", url).update() == 1;
    }

    /** Takes it back; whoever has not been told of it yet never is. False when it is back already, or unknown. */
    boolean withdraw(UUID id, Instant now) {
        boolean fresh = db.sql("update synthesis set withdrawn_at = :now, revision = revision + 1, "
                + "announced_at = coalesce(announced_at, :now) where id = :id and withdrawn_at is null")
                .param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update() == 1;
        db.sql("update synthesis_group set status = 'FAILED', settled_at = :now where synthesis_id = :id "
                + "and status = 'MEANT'").param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
        return fresh;
    }

    List<UUID> toCorrect() {
        return db.sql("select id from synthesis where revision > corrected order by received_at")
                .query((row, n) -> row.getObject("id", UUID.class)).list();
    }

    /** The next groups that were told something older. */
    List<Long> behind(UUID id, long after, int most) {
        return db.sql("select g.group_id from synthesis_group g join synthesis s on s.id = g.synthesis_id "
                + "where s.id = :id and g.group_id > :after and g.shown < s.revision "
                + "and g.status in ('PENDING', 'SENT', 'UNKNOWN') order by g.group_id limit :most").param("id", id)
                .param("after", after).param("most", most).query((row, n) -> row.getLong("group_id")).list();
    }

    /** Whether this group was told something older until now. */
    boolean shown(UUID id, long group, int revision) {
        return db.sql("update synthesis_group set shown = :revision where synthesis_id = :id and group_id = :group "
                + "and shown < :revision").param("id", id).param("group", group).param("revision", revision)
                .update() == 1;
    }

    void posted(UUID id, long group, int revision) {
        db.sql("update synthesis_group set posted = :revision where synthesis_id = :id and group_id = :group")
                .param("id", id).param("group", group).param("revision", revision).update();
    }

    /** All groups have been seen to, unless one is left or it was changed again. */
    void corrected(UUID id) {
        db.sql("update synthesis set corrected = revision where id = :id and not exists (select 1 from "
                + "synthesis_group g where g.synthesis_id = :id and g.shown < synthesis.revision "
                + "and g.status in ('PENDING', 'SENT', 'UNKNOWN'))").param("id", id).update();
    }
}
