package org.covigie.bot.groups;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.covigie.bot.messaging.ChatStanding;
import org.jspecify.annotations.NullUnmarked;

/** How a group lies in the database. */
@Entity
@Table(name = "chat_group")
@NullUnmarked
class GroupRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String channel;
    String chatPrint;
    byte[] chat;
    String title;
    @Enumerated(EnumType.STRING)
    Purpose purpose = Purpose.COLLECT;
    @Enumerated(EnumType.STRING)
    Hosting hosting = Hosting.NATIVE;
    /** The link into a companion group, sealed. */
    byte[] link;
    int memberLimit = 60;
    String language = "fr";
    Long parent;
    @Enumerated(EnumType.STRING)
    ChatStanding botStanding = ChatStanding.UNKNOWN;
    /** How many people are in the chat, bots left out, as the channel last said; null where it does not say. */
    Integer people;
    /** Only those of this profession or département are offered this local group first; null for everybody. */
    String takesProfession;
    String takesDepartment;
    boolean locked;
    Instant goneAt;
    long refusedTags;
    Instant createdAt;
    @Version
    long version;
}
