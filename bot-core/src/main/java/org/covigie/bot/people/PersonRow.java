package org.covigie.bot.people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** How a person lies in the database. */
@Entity
@Table(name = "person")
@NullUnmarked
class PersonRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String channel;
    String addressPrint;
    byte[] address;
    byte[] name;
    byte[] chosenName;
    byte[] handle;
    String handlePrint;
    String language;
    boolean privateOpen;
    Long currentGroup;
    String profession;
    String department;
    Instant createdAt;
}
