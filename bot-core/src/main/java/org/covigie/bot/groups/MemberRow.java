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
import java.util.EnumSet;
import java.util.Set;
import org.covigie.bot.commands.Role;
import org.jspecify.annotations.NullUnmarked;

/** How a membership lies in the database. */
@Entity
@Table(name = "member")
@NullUnmarked
class MemberRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    Long groupId;
    int number;
    Long personId;
    boolean animator;
    boolean correspondent;
    boolean deputy;
    @Enumerated(EnumType.STRING)
    Consent consent = Consent.PENDING;
    Integer charterVersion;
    Instant consentAt;
    Instant askedAt;
    Instant joinedAt;
    Instant leftAt;
    @Version
    long version;

    Set<Role> roles() {
        EnumSet<Role> roles = EnumSet.of(Role.MEMBER);
        if (leftAt != null) {
            return EnumSet.noneOf(Role.class);
        }
        if (animator) {
            roles.add(Role.ANIMATOR);
        }
        if (animator || deputy) {
            roles.add(Role.DEPUTY);
        }
        if (correspondent) {
            roles.add(Role.CORRESPONDENT);
        }
        return roles;
    }
}
