package org.covigie.bot.polls;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Finds polls by id, so that whoever changes one reads it under its lock and not before. */
interface PollRows extends JpaRepository<PollRow, Long> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PollRow p where p.id = ?1")
    Optional<PollRow> lock(long id);

    @Query("select p.id from PollRow p where p.groupId = ?1 and p.number = ?2")
    Optional<Long> numbered(long group, int number);

    @Query("select p.id from PollRow p where p.groupId = ?1 and p.messagePrint = ?2")
    Optional<Long> of(long group, String messagePrint);

    @Query("select p.number from PollRow p where p.groupId = ?1 and p.status = OPEN order by p.number")
    List<Integer> open(long group);

    @Query("select p.id from PollRow p where p.pollPrint = ?1 and p.status = OPEN and p.anonymous = false")
    Optional<Long> takingVotes(String pollPrint);

    @Query("select p.id from PollRow p where p.status = OPEN and (p.nudgeAt <= ?1 or p.askedNudgeAt <= ?1)")
    List<Long> toNudge(Instant now);

    @Query("select p.id from PollRow p where p.status = CLOSING and p.closedAt < ?1")
    List<Long> stuck(Instant before);

    @Query("select p.id from PollRow p where p.closedAt < ?1 or (p.status = OPEN and p.openedAt < ?2)")
    List<Long> outdated(Instant closedBefore, Instant openedBefore);
}
