package org.covigie.bot.signals;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.data.domain.Persistable;

/** How a signal lies in the database. Only the states of {@link Signal} change it. */
@Entity
@Table(name = "signal")
@NullUnmarked
class SignalRow implements Persistable<UUID> {
    @Id
    UUID id;
    Long groupId;
    int number;
    @Enumerated(EnumType.STRING)
    Kind kind;
    @Enumerated(EnumType.STRING)
    Status status;
    String text;
    String note;
    String findings = "";
    String doubts = "";
    String noteDoubts = "";
    String vouched = "";
    boolean doubted;
    boolean authorConsent;
    boolean patientData;
    boolean drugReaction;
    boolean drugSettled;
    boolean mediaSeen;
    String sourcePrint;
    byte[] sourceMessage;
    Long authorId;
    Long taggerId;
    String channel;
    String authorProfession;
    String department;
    boolean quotedPart;
    boolean rewritten;
    boolean media;
    boolean forwarded;
    String language;
    Instant sourceAt;
    Instant taggedAt;
    Instant publishedAt;
    Instant closedAt;
    String platformId;
    String platformUrl;
    String refusal;
    int round;
    int edition;
    Instant publishingSince;
    Long publisherId;
    UUID batch;
    @Version
    long version;
    @jakarta.persistence.Transient
    boolean fresh;

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    List<Hold> holds() {
        List<Hold> holds = new ArrayList<>();
        if (authorConsent) {
            holds.add(Hold.AUTHOR_CONSENT);
        }
        if (patientData) {
            holds.add(Hold.PATIENT_DATA);
        }
        if (drugReaction) {
            holds.add(Hold.DRUG_REACTION);
        }
        return holds;
    }
}
