package org.covigie.bot.signals;

import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** What a reader of many signals may ask for, as conditions on the rows. */
final class Wishes {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 8;

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

    /** Those whose text or note holds every one of the words, the first {@value #MOST_WORDS} of them at most. */
    static Specification<SignalRow> holding(String words) {
        String bounded = Folding.fold(words.length() > LONGEST ? words.substring(0, LONGEST) : words).strip();
        List<String> each = Arrays.stream(bounded.split("\\s+", -1)).filter(word -> !word.isEmpty()).limit(MOST_WORDS)
                .toList();
        return (root, query, builder) -> builder.and(each.stream().map(word -> builder.or(
                builder.greaterThan(builder.locate(Folding.fold(builder, root.get("text")), word), 0),
                builder.greaterThan(builder.locate(
                        Folding.fold(builder, builder.coalesce(root.get("note"), "")), word), 0)))
                .toArray(Predicate[]::new));
    }
}
