package org.covigie.bot.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** How a group's invitation lies in the database. */
@Entity
@Table(name = "invitation")
@NullUnmarked
class InvitationRow {
    @Id
    Long groupId;
    String codePrint;
    byte[] code;
    byte[] link;
    Long madeBy;
    Instant madeAt;
    Instant expiresAt;
}
