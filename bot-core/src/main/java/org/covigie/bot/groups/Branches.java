package org.covigie.bot.groups;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.Line;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The families of groups: a parent and its local groups, one level deep. A group becomes a local group by its own animator's
 * hand only: because the same person animates the parent, or with a code that the parent's animator has passed on.
 */
@Component
@Transactional
class Branches {
    private static final Duration LASTS = Duration.ofDays(14);

    private final GroupRows groups;
    private final MemberRows members;
    private final JdbcClient db;
    private final Vault vault;
    private final InstantSource clock;

    Branches(GroupRows groups, MemberRows members, JdbcClient db, Vault vault, InstantSource clock) {
        this.groups = groups;
        this.members = members;
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** A code that makes a group a local group of {@code group}'s family, once. */
    record Invitation(String print, long group, @Nullable String profession, @Nullable String department) {}

    /** A code as it is handed out; it is not kept. */
    record Handed(String code, Instant expires) {}

    /** The parent of this group's family, which may be the group itself. */
    long root(long group) {
        return groups.parent(group).orElse(group);
    }

    /** The groups with this title that the person animates. */
    List<GroupRow> animatedBy(long person, String title) {
        return members.findByPersonIdOrderByGroupId(person).stream().filter(m -> m.animator && m.leftAt == null)
                .flatMap(m -> groups.findById(m.groupId).stream())
                .filter(g -> g.goneAt == null && !g.locked && BranchName.same(g.title, title)).toList();
    }

    /** Makes {@code child} a local group of {@code root}; the sentence that says why not, else empty. */
    Optional<Line> link(long root, long child, @Nullable String profession, @Nullable String department) {
        // in one order, so that two who link each other's groups at once cannot make a circle
        groups.lock(Math.min(root, child));
        groups.lock(Math.max(root, child));
        Optional<Long> parent = groups.parent(child);
        boolean forSome = profession != null || department != null;
        if (root == child) {
            return Optional.of(Line.of(groups.branches(child) > 0 ? "groups.branch.root" : "groups.branch.itself"));
        }
        if (groups.parent(root).isPresent()) {
            return Optional.of(Line.of("groups.branch.moved"));
        }
        if (parent.filter(p -> p == root).isPresent() && !forSome) {
            return Optional.of(Line.of("groups.branch.already"));
        }
        if (parent.filter(p -> p != root).isPresent()) {
            return Optional.of(Line.of("groups.branch.of-another"));
        }
        if (groups.branches(child) > 0) {
            return Optional.of(Line.of("groups.branch.has-branches"));
        }
        GroupRow row = groups.findById(child).orElseThrow();
        row.parent = root;
        if (forSome) {
            row.takesProfession = profession;
            row.takesDepartment = department;
        }
        return Optional.empty();
    }

    /** The group stands for itself again. */
    void unlink(long child) {
        groups.lock(child);
        groups.findById(child).ifPresent(row -> {
            row.parent = null;
            row.takesProfession = null;
            row.takesDepartment = null;
        });
    }

    Handed invite(long group, BranchName name) {
        Instant now = clock.instant();
        db.sql("delete from branch_invitation where expires_at <= :now").param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        String code = Code.fresh();
        db.sql("insert into branch_invitation (code_print, group_id, takes_profession, takes_department, expires_at) "
                + "values (:print, :group, :profession, :department, :expires)").param("print", print(code))
                .param("group", group).param("profession", name.profession())
                .param("department", name.department()).param("expires", now.plus(LASTS).atOffset(ZoneOffset.UTC))
                .update();
        return new Handed(code, now.plus(LASTS));
    }

    /** The invitation with this code, unless it was used, has expired, or its group is gone. */
    Optional<Invitation> invitation(String code) {
        return db.sql("select i.code_print, i.group_id, i.takes_profession, i.takes_department "
                + "from branch_invitation i join chat_group g on g.id = i.group_id "
                + "where i.code_print = :print and i.expires_at > :now and g.gone_at is null")
                .param("print", print(code)).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Invitation(row.getString("code_print"), row.getLong("group_id"),
                        row.getString("takes_profession"), row.getString("takes_department")))
                .optional();
    }

    /** The code is worth nothing any more; false when somebody else has just used it. */
    boolean use(Invitation invitation) {
        return db.sql("delete from branch_invitation where code_print = :print").param("print", invitation.print())
                .update() == 1;
    }

    private String print(String code) {
        return vault.fingerprint("branch:" + code);
    }
}
