package org.covigie.bot.enrolment;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface InvitationRows extends JpaRepository<InvitationRow, Long> {
    Optional<InvitationRow> findByCodePrint(String codePrint);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update InvitationRow i set i.madeBy = null where i.madeBy = ?1")
    void forget(long person);
}
