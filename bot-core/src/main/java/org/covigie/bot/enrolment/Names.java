package org.covigie.bot.enrolment;

import java.util.Optional;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.SharedNames;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.ShownName;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Component;

/** The name of a candidate, asked where it is all that the others will see. */
@Component
class Names {
    private final Groups groups;
    private final Channels channels;
    private final People people;
    private final Roles roles;
    private final SharedNames names;

    Names(Groups groups, Channels channels, People people, Roles roles, SharedNames names) {
        this.groups = groups;
        this.channels = channels;
        this.people = people;
        this.roles = roles;
        this.names = names;
    }

    /** Whether the question is open; not for somebody whom members of another such group know by a name already. */
    boolean asks(EnrolmentRow row) {
        return !row.nameDone && row.personId != null
                && groups.info(row.groupId).filter(
                        group -> channels.on(group.chat().channel())
                                && channels.of(group.chat()).capabilities().hosted())
                        .isPresent()
                && roles.of(row.personId).stream().allMatch(m -> m.group().id() == row.groupId);
    }

    /** Whether it may be typed as it is: what a member types may be meant for the others. */
    boolean typed(EnrolmentRow row) {
        return row.enteredAt == null;
    }

    /** The name as the others would see it now. */
    Words shown(EnrolmentRow row) {
        return Optional.ofNullable(row.personId).flatMap(people::byId).map(Person::name).orElse(Words.NONE);
    }

    /** Takes a name, or {@code -} for the one that is shown; says so when it cannot be a name, or is another member's. */
    Optional<Line> take(EnrolmentRow row, String value) {
        if (!value.equals("-")) {
            Optional<Words> name = ShownName.read(value);
            if (name.isEmpty() || row.personId == null) {
                return Optional.of(Line.of("enrolment.answer.name"));
            }
            if (names.taken(row.personId, name.get(), row.groupId)) {
                return Optional.of(Line.of("enrolment.answer.name-taken"));
            }
            people.calls(row.personId, name.get());
        }
        row.nameDone = true;
        return Optional.empty();
    }
}
