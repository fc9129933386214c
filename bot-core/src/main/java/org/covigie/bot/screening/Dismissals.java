package org.covigie.bot.screening;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.covigie.bot.patientdata.Finding;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.patientdata.Type;
import org.covigie.bot.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a group has declared to be no patient: a keyed hash for each such word, from which nothing can be read. A valid
 * social-security number and a date of birth stay what they are, whoever declares.
 */
@Component
public class Dismissals {
    private final JdbcClient db;
    private final Vault vault;
    private final InstantSource clock;

    Dismissals(JdbcClient db, Vault vault, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** From now on these raise no alarm in the group. */
    public void dismiss(long group, List<Doubt> doubts) {
        for (Doubt doubt : doubts) {
            db.sql("insert into dismissed_token (group_id, print, dismissed_at) values (:group, :print, :now) "
                    + "on conflict do nothing").param("group", group).param("print", doubt.print())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        }
    }

    /** Whether a word of this kind was declared to be no patient; asks the database each time, so for findings only. */
    boolean has(long group, Type type, String token) {
        return db.sql("select count(*) from dismissed_token where group_id = :group and print = :print")
                .param("group", group).param("print", print(group, type, token)).query(Long.class).single() > 0;
    }

    List<Doubt> doubts(long group, String text, List<Finding> findings) {
        return findings.stream().filter(finding -> switch (finding.type()) {
            case NIR, BIRTH_DATE -> false;
            case NAME, DATE, PHONE, EMAIL, ADDRESS, RECORD_ID, AGE_OVER_89, INITIALS, OTHER -> true;
        }).map(finding -> new Doubt(finding.type(),
                print(group, finding.type(), PatientData.token(text, finding)))).toList();
    }

    private String print(long group, Type type, String token) {
        return vault.fingerprint("dismissed/" + group + "/" + type + "/" + token);
    }
}
