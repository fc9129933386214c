package org.covigie.bot.groups;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface GroupRows extends JpaRepository<GroupRow, Long> {
    Optional<GroupRow> findByChannelAndChatPrint(String channel, String chatPrint);

    java.util.List<GroupRow> findByLockedTrueAndGoneAtIsNull();

    @Query("select g from GroupRow g where (g.id = ?1 or g.parent = ?1) and g.goneAt is null "
            + "order by case when g.id = ?1 then 0 else 1 end, g.title")
    java.util.List<GroupRow> family(long root);

    @Query(nativeQuery = true, value = "select id from chat_group where id = ?1 for update")
    Optional<Long> lock(long id);

    /** As it is committed now, whatever was read of it earlier in this transaction. */
    @Query(nativeQuery = true, value = "select parent from chat_group where id = ?1")
    Optional<Long> parent(long id);

    @Query(nativeQuery = true, value = "select count(*) from chat_group where parent = ?1")
    int branches(long id);

    /** How many groups that the house keeps this person has opened since then. */
    @Query(nativeQuery = true, value = "select count(*) from chat_group g join member m on m.group_id = g.id "
            + "where g.hosting <> 'NATIVE' and m.number = 1 and m.person_id = ?1 and g.created_at > ?2")
    int founded(long person, java.time.Instant since);

    @Modifying
    @Query("update GroupRow g set g.refusedTags = g.refusedTags + 1 where g.id = ?1")
    void countRefusedTag(long id);

    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = "update group_counter set last = last + 1 where group_id = ?1 and what = ?2")
    int count(long group, String what);

    @Modifying
    @Query(nativeQuery = true, value = "insert into group_counter (group_id, what, last) values (?1, ?2, 1)")
    void startCounting(long group, String what);

    @Query(nativeQuery = true, value = "select last from group_counter where group_id = ?1 and what = ?2")
    int counted(long group, String what);
}
