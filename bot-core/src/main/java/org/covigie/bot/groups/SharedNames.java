package org.covigie.bot.groups;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.people.People;
import org.covigie.bot.people.ShownName;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The names by which members of groups that the house keeps know each other: nobody takes another member's. */
@Service
@Transactional
public class SharedNames {
    private final Groups groups;
    private final Roles roles;
    private final People people;
    private final Journal journal;

    SharedNames(Groups groups, Roles roles, People people, Journal journal) {
        this.groups = groups;
        this.roles = roles;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Whether another member of a group of this person's would be taken for them by that name.
     *
     * @param also the group this person is about to enter
     */
    @Transactional(readOnly = true)
    public boolean taken(long person, Words name, long... also) {
        Set<Long> shared = new HashSet<>(hosted(person));
        for (long group : also) {
            shared.add(group);
        }
        return shared.stream().flatMap(group -> groups.members(group).stream()).map(Member::person)
                .filter(other -> other != person).distinct().flatMap(other -> people.byId(other).stream())
                .anyMatch(other -> ShownName.alike(other.name(), name));
    }

    /** The person is shown by this name from now on; the journals of their groups say that it changed. */
    public void change(long person, Words name) {
        people.calls(person, name);
        hosted(person).forEach(group -> journal.note(group, "renamed", person, null, ""));
    }

    private List<Long> hosted(long person) {
        return roles.of(person).stream().map(membership -> membership.group().id())
                .filter(group -> groups.find(group).filter(g -> g.hosting() != Hosting.NATIVE).isPresent()).toList();
    }
}
