package org.covigie.bot.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.covigie.bot.patientdata.Finding;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.patientdata.Type;
import org.covigie.bot.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a group has declared to be no patient: a keyed hash for each such word, from which nothing can be read. A valid
 * social-security number and a date of birth stay what they are, whoever declares; an age, a date or initials may be nobody's
 * in one text and a patient's in the next, so of them nothing is remembered.
 */
@Component
public class Dismissals {
    /** A text of many findings asks often; another instance's declaration is seen after this time. */
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MOST_GROUPS = 1_000;

    private final JdbcClient db;
    private final Vault vault;
    private final InstantSource clock;
    private final Cache<Long, Set<String>> prints = Caffeine.newBuilder().expireAfterWrite(KEPT)
            .maximumSize(MOST_GROUPS).build();

    Dismissals(JdbcClient db, Vault vault, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** From now on these raise no alarm in the group, as far as they can be remembered. */
    public void dismiss(long group, List<Doubt> doubts) {
        for (Doubt doubt : doubts) {
            boolean remembered = switch (doubt.type()) {
                case NAME, PHONE, EMAIL, ADDRESS, RECORD_ID -> true;
                case NIR, BIRTH_DATE, DATE, AGE_OVER_89, INITIALS, OTHER -> false;
            };
            if (remembered) {
                db.sql("insert into dismissed_token (group_id, print, dismissed_at) values (:group, :print, :now) "
                        + "on conflict do nothing").param("group", group).param("print", doubt.print())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
            }
        }
        prints.invalidate(group);
    }

    /** Whatever was declared in this group is declared no more; returns how many words that were. */
    public int forget(long group) {
        int forgotten = db.sql("delete from dismissed_token where group_id = :group").param("group", group).update();
        prints.invalidate(group);
        return forgotten;
    }

    /** Whether a word of this kind was declared to be no patient. */
    boolean has(long group, Type type, String token) {
        Set<String> known = prints.get(group,
                id -> db.sql("select print from dismissed_token where group_id = :group").param("group", id)
                        .query(String.class).list().stream().collect(Collectors.toUnmodifiableSet()));
        return !known.isEmpty() && known.contains(doubt(group, type, token).print());
    }

    List<Doubt> doubts(long group, String text, List<Finding> findings) {
        return findings.stream().filter(finding -> switch (finding.type()) {
            case NIR, BIRTH_DATE -> false;
            case NAME, DATE, PHONE, EMAIL, ADDRESS, RECORD_ID, AGE_OVER_89, INITIALS, OTHER -> true;
        }).map(finding -> doubt(group, finding.type(), PatientData.token(text, finding))).distinct().toList();
    }

    Doubt doubt(long group, Type type, String token) {
        return new Doubt(type, vault.fingerprint("dismissed/" + group + "/" + type + "/" + token));
    }
}
