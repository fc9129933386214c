package org.covigie.bot.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MemberRows extends JpaRepository<MemberRow, Long> {
    Optional<MemberRow> findByGroupIdAndPersonId(long groupId, long personId);

    Optional<MemberRow> findByGroupIdAndNumber(long groupId, int number);

    List<MemberRow> findByPersonIdOrderByGroupId(long personId);

    List<MemberRow> findByGroupIdAndLeftAtIsNullOrderByNumber(long groupId);

    List<MemberRow> findByGroupIdAndCorrespondentTrueOrderByNumber(long groupId);

    Optional<MemberRow> findFirstByGroupIdAndAnimatorTrue(long groupId);

    Optional<MemberRow> findFirstByGroupIdAndDeputyTrueAndLeftAtIsNullOrderByNumber(long groupId);

    Optional<MemberRow> findFirstByGroupIdAndCorrespondentTrueAndLeftAtIsNullOrderByNumber(long groupId);

    int countByGroupIdAndLeftAtIsNullAndCharterVersion(long groupId, int charterVersion);

    int countByGroupIdAndLeftAtIsNull(long groupId);

    /** Those who left, or whose group has put the bot out, before then. */
    @Query("select m from MemberRow m where (m.leftAt < ?1 and m.animator = false) "
            + "or m.groupId in (select g.id from GroupRow g where g.goneAt < ?1)")
    List<MemberRow> departed(Instant before, Limit most);
}
