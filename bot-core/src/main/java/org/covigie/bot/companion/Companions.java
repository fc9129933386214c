package org.covigie.bot.companion;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;

/** Which companion groups somebody has to do with. */
@Component
class Companions {
    private final Roles roles;
    private final Groups groups;

    Companions(Roles roles, Groups groups) {
        this.roles = roles;
        this.groups = groups;
    }

    boolean is(long group) {
        return groups.find(group).filter(found -> found.hosting() == Hosting.COMPANION).isPresent();
    }

    /** Those this person collects for; support groups and those that wait for their code left out. */
    List<GroupInfo> collected(Person person) {
        return with(person, Role.CORRESPONDENT).filter(group -> !group.support() && !group.locked()).toList();
    }

    /** Those this person animates. */
    List<GroupInfo> animated(Person person) {
        return with(person, Role.ANIMATOR).toList();
    }

    /** The one that is meant among several: the only one, or the one chosen for private commands. */
    Optional<GroupInfo> meant(Person person, List<GroupInfo> among) {
        return among.size() == 1
                ? Optional.of(among.getFirst())
                : among.stream().filter(group -> Long.valueOf(group.id()).equals(person.currentGroup())).findFirst();
    }

    /** Whether what this person writes without a command belongs in a group where everybody reads it. */
    boolean speaksElsewhere(Person person) {
        return groups.meant(person).filter(group -> group.hosting() == Hosting.RELAYED).isPresent();
    }

    private java.util.stream.Stream<GroupInfo> with(Person person, Role role) {
        return roles.of(person.id()).stream().filter(membership -> membership.holds(role)).map(Membership::group)
                .filter(group -> is(group.id()));
    }
}
