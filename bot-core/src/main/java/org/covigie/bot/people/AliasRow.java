package org.covigie.bot.people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** How another address of a person lies in the database. */
@Entity
@Table(name = "person_alias")
@NullUnmarked
class AliasRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    Long personId;
    String channel;
    String addressPrint;
    byte[] address;

    AliasRow() {}

    AliasRow(Long personId, String channel, String addressPrint, byte[] address) {
        this.personId = personId;
        this.channel = channel;
        this.addressPrint = addressPrint;
        this.address = address;
    }
}
