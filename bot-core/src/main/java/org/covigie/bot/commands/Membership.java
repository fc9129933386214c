package org.covigie.bot.commands;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is in a group.
 *
 * @param number the member's number, null for somebody the group does not know yet
 * @param roles  the roles held, {@link Role#MEMBER} among them for a member
 */
public record Membership(GroupInfo group, @Nullable Integer number, Set<Role> roles) {
    public boolean holds(Role role) {
        return role == Role.ANYONE || roles.contains(role);
    }
}
