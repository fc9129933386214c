package org.covigie.bot.signals;

import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** What a reader of many signals may ask for, as conditions on the rows. */
final class Wishes {
    private Wishes() {}

    static Specification<SignalRow> wanted(Signals.Wanted wanted) {
        return (root, query, builder) -> {
            List<Predicate> all = new ArrayList<>();
            if (wanted.status() != null) {
                all.add(builder.equal(root.get("status"), wanted.status()));
            }
            if (wanted.kind() != null) {
                all.add(builder.equal(root.get("kind"), wanted.kind()));
            }
            if (wanted.group() != null) {
                all.add(builder.equal(root.get("groupId"), wanted.group()));
            }
            if (wanted.since() != null) {
                all.add(builder.greaterThanOrEqualTo(root.get("taggedAt"), wanted.since()));
            }
            return builder.and(all.toArray(new Predicate[0]));
        };
    }

    /** Those that come after this one when sorted newest first; all of them after none. */
    static Specification<SignalRow> after(@Nullable SignalDocument last) {
        return (root, query, builder) -> last == null
                ? builder.conjunction()
                : builder.or(builder.lessThan(root.get("taggedAt"), last.taggedAt()),
                        builder.and(builder.equal(root.get("taggedAt"), last.taggedAt()),
                                builder.lessThan(root.get("id"), last.id())));
    }
}
