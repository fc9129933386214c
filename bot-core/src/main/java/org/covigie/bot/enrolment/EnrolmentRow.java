package org.covigie.bot.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** How a request lies in the database. */
@Entity
@Table(name = "enrolment")
@NullUnmarked
class EnrolmentRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    Long groupId;
    int number;
    @Enumerated(EnumType.STRING)
    EnrolmentStatus status = EnrolmentStatus.REQUESTED;
    @Enumerated(EnumType.STRING)
    Door door;
    Long personId;
    Long proposerId;
    byte[] label;
    String subjectPrint;
    boolean askedChat;
    Integer charterVersion;
    Boolean relay;
    Instant charterAt;
    String profession;
    String department;
    String rppsPrint;
    boolean rppsDone;
    boolean nameDone;
    boolean later;
    byte[] invitation;
    String invitationPrint;
    Instant requestedAt;
    Instant decidedAt;
    Long decidedBy;
    Instant enteredAt;
    boolean answeredChat;
    @Version
    long version;
}
