package org.covigie.bot.groups;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.Line;
import org.covigie.bot.people.Words;
import org.covigie.bot.settings.HouseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The charters of the groups, version by version, and what each member answered to which. A group without a charter of its own
 * lives by the house's, version 1. At most one version is a draft: the one after that in force.
 */
@Component
@Transactional
class Charters {
    /** Stands for the house's charter, which is shown in the reader's language. */
    private static final String OF_THE_HOUSE = "";
    private static final int FIRST = 1;

    private final JdbcClient db;
    private final HouseSettings settings;
    private final InstantSource clock;

    Charters(JdbcClient db, HouseSettings settings, InstantSource clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A version of a group's charter.
     *
     * @param since when it came into force; null while it is a draft
     */
    record Version(int number, Words text, @Nullable Instant since) {
        boolean ofTheHouse() {
            return text.text().equals(OF_THE_HOUSE);
        }
    }

    /**
     * What a member answered.
     *
     * @param given whether this version of the charter was accepted
     * @param relay whether the member agreed to be relayed
     */
    record Reply(long group, int version, boolean given, boolean relay, Instant at) {}

    int version(long group) {
        return inForce(group).number();
    }

    /** The version in force: from a group's first day the house's. */
    Version inForce(long group) {
        return db.sql("select version, text, published_at from charter where group_id = :group "
                + "and published_at is not null order by version desc limit 1").param("group", group)
                .query((row, n) -> version(row)).optional()
                .orElseGet(() -> new Version(FIRST, new Words(OF_THE_HOUSE), registered(group)));
    }

    /** What the animator still looks at. */
    Optional<Version> draft(long group) {
        return db.sql("select version, text, published_at from charter where group_id = :group "
                + "and published_at is null").param("group", group).query((row, n) -> version(row)).optional();
    }

    /** Writes the draft of the next version in place of an earlier draft. */
    Version write(long group, Words text) {
        drop(group);
        int next = version(group) + 1;
        db.sql("insert into charter (group_id, version, text, written_at) values (:group, :version, :text, :now)")
                .param("group", group).param("version", next).param("text", text.text()).param("now", now())
                .update();
        return new Version(next, text, null);
    }

    /** Puts the house's charter back into force, as a version of its own. */
    int house(long group) {
        write(group, new Words(OF_THE_HOUSE));
        return publish(group);
    }

    /** Puts the draft into force. */
    int publish(long group) {
        int version = draft(group).orElseThrow().number();
        db.sql("update charter set published_at = :now where group_id = :group and version = :version")
                .param("now", now()).param("group", group).param("version", version).update();
        return version;
    }

    /** Throws the draft away; whether there was one. */
    boolean drop(long group) {
        return db.sql("delete from charter where group_id = :group and published_at is null").param("group", group)
                .update() > 0;
    }

    /** The charter in force as people read it. */
    Line shown(long group) {
        Version version = inForce(group);
        Instant since = version.since();
        return since == null ? text(version) : text(version).then("charter.version", version.number(), since);
    }

    /** The words of a version with what holds whatever they say. */
    Line text(Version version) {
        return version.ofTheHouse()
                ? ofTheHouse()
                : Line.of("charter.own", version.text()).then("charter.always").then(kept());
    }

    /** The charter where no group is meant. */
    Line ofTheHouse() {
        return Line.of("charter.text").then(kept());
    }

    private Line kept() {
        return Line.of("charter.kept", settings.drafts().toDays(), settings.discarded().toDays(),
                settings.requests().toDays(), settings.polls().toDays(), settings.departed().toDays(),
                settings.journal().toDays());
    }

    /** Writes a member's answer down; false when it is the one given last. */
    boolean answered(long person, Reply reply) {
        boolean same = db.sql("select version, given, relay from charter_answer where group_id = :group "
                + "and person_id = :person order by id desc limit 1").param("group", reply.group())
                .param("person", person)
                .query((row, n) -> row.getInt("version") == reply.version()
                        && row.getBoolean("given") == reply.given() && row.getBoolean("relay") == reply.relay())
                .optional().orElse(false);
        if (!same) {
            db.sql("insert into charter_answer (group_id, person_id, version, given, relay, at) "
                    + "values (:group, :person, :version, :given, :relay, :at)").param("group", reply.group())
                    .param("person", person).param("version", reply.version()).param("given", reply.given())
                    .param("relay", reply.relay()).param("at", reply.at().atOffset(ZoneOffset.UTC)).update();
        }
        return !same;
    }

    /** All answers of a person, oldest first. */
    List<Reply> answers(long person) {
        return db.sql("select group_id, version, given, relay, at from charter_answer where person_id = :person "
                + "order by id").param("person", person)
                .query((row, n) -> new Reply(row.getLong("group_id"), row.getInt("version"), row.getBoolean("given"),
                        row.getBoolean("relay"), row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void forget(long person) {
        db.sql("delete from charter_answer where person_id = :person").param("person", person).update();
    }

    private @Nullable Instant registered(long group) {
        return db.sql("select created_at from chat_group where id = :group").param("group", group)
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant).orElse(null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Version version(java.sql.ResultSet row) throws java.sql.SQLException {
        OffsetDateTime at = row.getObject("published_at", OffsetDateTime.class);
        return new Version(row.getInt("version"), new Words(row.getString("text")),
                at == null ? null : at.toInstant());
    }
}
