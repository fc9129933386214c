package org.covigie.bot.groups;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.Line;
import org.covigie.bot.people.Profession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a family of groups is shown: the parent first, each with the places taken and whom it is for. */
@Component
class Family {
    private final Groups groups;

    Family(Groups groups) {
        this.groups = groups;
    }

    /** The family a group belongs to; empty when it stands alone. */
    Optional<Line> of(long group) {
        List<Group> all = groups.family(group);
        if (all.size() < 2) {
            return Optional.empty();
        }
        Line line = Line.of("groups.family");
        for (Group one : all) {
            line = line.then(one.parent() == null ? "groups.family.parent" : "groups.family.branch", one.title(),
                    one.taken(), one.limit(), whom(one.takesProfession(), one.takesDepartment()));
        }
        return Optional.of(line);
    }

    /** Whom a local group is for; nothing when it is for everybody. */
    Line whom(@Nullable String profession, @Nullable String department) {
        Optional<Profession> known = Optional.ofNullable(profession).flatMap(Profession::of);
        if (known.isPresent() && department != null) {
            return Line.of("groups.family.for.both", known.get(), department);
        }
        return known.map(p -> Line.of("groups.family.for.profession", p))
                .orElseGet(() -> department == null
                        ? Line.empty()
                        : Line.of("groups.family.for.department", department));
    }
}
