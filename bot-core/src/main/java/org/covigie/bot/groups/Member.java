package org.covigie.bot.groups;

import java.time.Instant;
import java.util.Set;
import org.covigie.bot.commands.Role;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group.
 *
 * @param person  the house's own number of the person
 * @param askedAt when the question of consent was last put
 */
public record Member(long group, int number, long person, Set<Role> roles, Consent consent, @Nullable Instant askedAt) {
    public boolean holds(Role role) {
        return roles.contains(role);
    }
}
