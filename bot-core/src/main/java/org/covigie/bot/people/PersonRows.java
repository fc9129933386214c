package org.covigie.bot.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PersonRows extends JpaRepository<PersonRow, Long> {
    Optional<PersonRow> findByChannelAndAddressPrint(String channel, String addressPrint);

    Optional<PersonRow> findFirstByChannelAndHandlePrint(String channel, String handlePrint);

    @Query("select p.id from PersonRow p where p.createdAt < ?1 and p.id > ?2 order by p.id")
    List<Long> metBefore(Instant then, long after, Limit most);

    /** Two chats may meet the same person at once: the second insert does nothing. */
    @Modifying(flushAutomatically = true)
    @Query(nativeQuery = true, value = """
            insert into person (channel, address_print, address, private_open, created_at)
            values (?1, ?2, ?3, false, ?4) on conflict do nothing""")
    void meet(String channel, String addressPrint, byte[] address, Instant now);
}
