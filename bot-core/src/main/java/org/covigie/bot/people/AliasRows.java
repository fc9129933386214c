package org.covigie.bot.people;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface AliasRows extends JpaRepository<AliasRow, Long> {
    Optional<AliasRow> findByChannelAndAddressPrint(String channel, String addressPrint);

    Optional<AliasRow> findFirstByPersonId(long person);

    List<AliasRow> findByPersonId(long person);

    boolean existsByPersonId(long person);

    void deleteByPersonId(long person);
}
