package org.covigie.bot.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.patientdata.GroupContext;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Component;

/**
 * Whose names raise no alarm in a group: its members', as far as the house knows them. Kept in memory for some minutes; a
 * newcomer's name is an alarm the longer for it, which is the harmless side.
 */
@Component
class GroupKnowledge {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_GROUPS = 2_000;

    private final Groups groups;
    private final People people;
    private final Dismissals dismissals;
    private final Cache<Long, GroupContext> known = Caffeine.newBuilder().expireAfterWrite(KEPT)
            .maximumSize(MOST_GROUPS).build();

    GroupKnowledge(Groups groups, People people, Dismissals dismissals) {
        this.groups = groups;
        this.people = people;
        this.dismissals = dismissals;
    }

    GroupContext of(long group) {
        return known.get(group, this::read);
    }

    private GroupContext read(long group) {
        Set<String> names = new HashSet<>();
        Set<String> contacts = new HashSet<>();
        List<Long> members = groups.members(group).stream().map(Member::person).toList();
        for (Person person : people.all(members)) {
            names.add(person.name().text());
            Words handle = person.handle();
            if (handle != null) {
                names.add(handle.text());
            }
            if (person.address().id().startsWith("+")) {
                contacts.add(person.address().id());
            }
        }
        // the group's own name is nobody's, with or without the number that tells it from others
        groups.info(group).map(GroupInfo::title).ifPresent(title -> {
            names.add(title);
            names.add(title.replaceFirst("\\s+\\d+$", ""));
        });
        // but its title is no place of work: it may be the town that its patients live in
        return new GroupContext(names, contacts, Set.of(),
                (type, token) -> dismissals.has(group, type, token));
    }
}
