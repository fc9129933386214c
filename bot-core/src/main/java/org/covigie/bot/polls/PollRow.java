package org.covigie.bot.polls;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** How a poll lies in the database. Changed only by who holds its lock, and its status only by the states of {@link Poll}. */
@Entity
@Table(name = "poll")
@NullUnmarked
class PollRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    Long groupId;
    int number;
    byte[] words;
    boolean anonymous;
    boolean several;
    boolean byPlatform;
    String topic;
    byte[] message;
    String messagePrint;
    String pollPrint;
    @Enumerated(EnumType.STRING)
    Status status;
    Instant openedAt;
    Instant closedAt;
    String counts;
    Instant nudgeAt;
    Instant askedNudgeAt;

    /** Where it is. */
    enum Status {
        OPEN, CLOSING, CLOSED
    }
}
