package org.covigie.bot.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface MemberRows extends JpaRepository<MemberRow, Long> {
    Optional<MemberRow> findByGroupIdAndPersonId(long groupId, long personId);

    Optional<MemberRow> findByGroupIdAndNumber(long groupId, int number);

    List<MemberRow> findByPersonIdOrderByGroupId(long personId);

    List<MemberRow> findByGroupIdAndLeftAtIsNullOrderByNumber(long groupId);

    List<MemberRow> findByGroupIdAndCorrespondentTrueOrderByNumber(long groupId);

    Optional<MemberRow> findFirstByGroupIdAndAnimatorTrue(long groupId);

    Optional<MemberRow> findFirstByGroupIdAndDeputyTrueAndLeftAtIsNullOrderByNumber(long groupId);

    Optional<MemberRow> findFirstByGroupIdAndCorrespondentTrueAndLeftAtIsNullOrderByNumber(long groupId);

    int countByGroupIdAndLeftAtIsNullAndConsentAndCharterVersion(long groupId, Consent consent, int charterVersion);

    int countByGroupIdAndLeftAtIsNull(long groupId);

    List<MemberRow> findByLeftAtBeforeAndAnimatorFalse(Instant before, Limit most);
}
