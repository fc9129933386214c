package org.covigie.bot.signals;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface SignalRows extends JpaRepository<SignalRow, UUID>, JpaSpecificationExecutor<SignalRow> {
    Optional<SignalRow> findBySourcePrint(String sourcePrint);

    Optional<SignalRow> findByGroupIdAndNumber(long groupId, int number);

    List<SignalRow> findByGroupIdAndStatusOrderByNumber(long groupId, Status status);

    List<SignalRow> findByAuthorIdOrderByTaggedAt(long authorId);

    List<SignalRow> findByAuthorIdAndGroupIdAndStatusOrderByNumber(long authorId, long groupId, Status status);

    Optional<SignalRow> findFirstByGroupIdAndTaggerIdAndStatusOrderByTaggedAtDesc(long groupId, long taggerId,
            Status status);

    /** Locked, so that of two signals of one batch settled at once the later sees the other's outcome. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SignalRow s where s.batch = ?1 order by s.number")
    List<SignalRow> lockBatch(UUID batch);

    @Query("select s.batch from SignalRow s where s.id = ?1")
    Optional<UUID> batchOf(UUID id);

    int countByGroupIdAndStatus(long groupId, Status status);

    Page<SignalRow> findByStatusOrderByPublishedAtDesc(Status status, Pageable page);

    @Query("select distinct s.groupId from SignalRow s where s.status = org.covigie.bot.signals.Status.DRAFT")
    List<Long> groupsWithDrafts();

    @Query("select s.id from SignalRow s where (s.status = ?1 and s.closedAt < ?2) or (s.status = ?3 and s.taggedAt < ?4)")
    List<UUID> outdated(Status closed, Instant closedBefore, Status draft, Instant taggedBefore);

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = "delete from signal_answer where problem_id = ?1 or solution_id = ?1")
    void unlink(UUID id);

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = "insert into signal_answer (problem_id, solution_id) values (?1, ?2) on conflict do nothing")
    void link(UUID problem, UUID solution);

    @Query(nativeQuery = true, value = """
            select cast(s.id as varchar(36)) from signal s join signal_answer a
                on (a.problem_id = ?1 and a.solution_id = s.id) or (a.solution_id = ?1 and a.problem_id = s.id)
            where s.status in ('DRAFT', 'PUBLISHING', 'PUBLISHED') order by s.number""")
    List<String> linkedIds(UUID id);

    /** The signals linked with this one. */
    default List<UUID> linked(UUID id) {
        return linkedIds(id).stream().map(UUID::fromString).toList();
    }

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = "delete from draft_seen where signal_id = ?1")
    void unsee(UUID id);

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = "delete from draft_seen where person_id = ?1")
    void forgetReader(long person);

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = "update draft_seen set edition = ?3 where signal_id = ?1 and person_id = ?2")
    int seeAgain(UUID id, long person, int edition);

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = "insert into draft_seen (signal_id, person_id, edition) values (?1, ?2, ?3)")
    void see(UUID id, long person, int edition);

    @Query(nativeQuery = true, value = "select edition from draft_seen where signal_id = ?1 and person_id = ?2")
    Optional<Integer> seen(UUID id, long person);

    @Query("""
            select new org.covigie.bot.signals.GroupTally(s.groupId,
                sum(case when s.taggedAt >= ?1 and s.taggedAt < ?2 then 1L else 0L end),
                sum(case when s.publishedAt >= ?1 and s.publishedAt < ?2 then 1L else 0L end))
            from SignalRow s
            where s.status <> org.covigie.bot.signals.Status.WITHDRAWN
                and (s.taggedAt >= ?1 and s.taggedAt < ?2 or s.publishedAt >= ?1 and s.publishedAt < ?2)
            group by s.groupId""")
    List<GroupTally> tallies(Instant from, Instant to);

    @Modifying
    @Query(nativeQuery = true, value = "insert into evening_card (group_id, evening) values (?1, ?2) on conflict do nothing")
    int card(long group, java.time.LocalDate day);

    @Modifying
    @Query(nativeQuery = true, value = "delete from evening_card where evening < ?1")
    void forgetCards(java.time.LocalDate before);

    int countByTaggerId(long taggerId);

    int countByPublisherId(long publisherId);

    @Query(nativeQuery = true, value = "select count(*) from draft_seen where person_id = ?1")
    int countRead(long person);

    @Modifying(flushAutomatically = true)
    @Query("update SignalRow s set s.taggerId = null where s.taggerId = ?1")
    void forgetTagger(long person);

    @Modifying(flushAutomatically = true)
    @Query("update SignalRow s set s.publisherId = null where s.publisherId = ?1")
    void forgetPublisher(long person);
}
