package org.covigie.bot.enrolment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface EnrolmentRows extends JpaRepository<EnrolmentRow, Long> {
    Optional<EnrolmentRow> findByGroupIdAndNumber(long group, int number);

    List<EnrolmentRow> findByGroupIdAndStatusInOrderByNumber(long group, Collection<EnrolmentStatus> statuses);

    Optional<EnrolmentRow> findFirstByGroupIdAndPersonIdAndStatusInOrderByIdDesc(long group, long person,
            Collection<EnrolmentStatus> statuses);

    Optional<EnrolmentRow> findFirstByGroupIdAndPersonIdAndStatusAndEnteredAtIsNullOrderByIdDesc(long group,
            long person,
            EnrolmentStatus status);

    /** Proposals of somebody known by one of these keyed hashes, or whose own invitation this is. */
    @Query("select e from EnrolmentRow e where e.groupId = ?1 and e.enteredAt is null and e.status in ?2 "
            + "and (e.subjectPrint in ?3 or e.invitationPrint = ?4) order by e.id desc")
    List<EnrolmentRow> expected(long group, Collection<EnrolmentStatus> statuses, Collection<String> subjects,
            String invitation);

    /** What this person was last asked about. */
    Optional<EnrolmentRow> findFirstByPersonIdAndStatusInOrderByIdDesc(long person,
            Collection<EnrolmentStatus> statuses);

    List<EnrolmentRow> findByPersonIdOrderById(long person);

    List<EnrolmentRow> findByProposerIdOrderById(long proposer);

    @Query("select count(e) from EnrolmentRow e where e.groupId = ?1 and e.status = 'APPROVED' and e.enteredAt is null "
            + "and e.decidedAt > ?2")
    int reserved(long group, Instant since);

    int countByGroupIdAndPersonIdAndRequestedAtAfter(long group, long person, Instant since);

    List<EnrolmentRow> findByStatusAndRequestedAtBefore(EnrolmentStatus status, Instant before);

    /** Turned down, and the platform has not been told. */
    @Query("select e from EnrolmentRow e where e.status in ('DECLINED', 'EXPIRED') and e.askedChat and not e.answeredChat "
            + "and e.decidedAt < ?1")
    List<EnrolmentRow> unanswered(Instant before);

    /** Approved, and the platform has not been told. */
    @Query("select e from EnrolmentRow e where e.status = 'APPROVED' and e.askedChat and not e.answeredChat "
            + "and e.enteredAt is null and e.decidedAt < ?1")
    List<EnrolmentRow> unopened(Instant before);

    /** Approved a while ago, and never came. */
    List<EnrolmentRow> findByStatusAndEnteredAtIsNullAndDecidedAtBefore(EnrolmentStatus status, Instant before);

    /** Proposals of the person known by one of these keyed hashes. */
    List<EnrolmentRow> findBySubjectPrintIn(Collection<String> subjects);

    int countByDecidedBy(long person);

    Page<EnrolmentRow> findByStatus(EnrolmentStatus status, Pageable page);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from EnrolmentRow e where e.decidedAt < ?1")
    int outdated(Instant before);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from EnrolmentRow e where e.personId = ?1 or (e.personId is null and e.subjectPrint in ?2)")
    void forgetCandidate(long person, Collection<String> subjects);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update EnrolmentRow e set e.proposerId = case when e.proposerId = ?1 then null else e.proposerId end, "
            + "e.decidedBy = case when e.decidedBy = ?1 then null else e.decidedBy end "
            + "where e.proposerId = ?1 or e.decidedBy = ?1")
    void forgetActor(long person);
}
