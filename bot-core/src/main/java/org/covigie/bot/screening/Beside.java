package org.covigie.bot.screening;

import java.util.List;

/**
 * In whose light a text is read.
 *
 * @param group   the house's number of the group it is for
 * @param earlier what its author wrote there just before, oldest first
 * @param vouched what its author has said to be no patient in this very text; the group is not bound by that
 */
public record Beside(long group, List<String> earlier, List<Doubt> vouched) {
    /** A text that nothing else belongs to. */
    public static Beside nothing(long group) {
        return new Beside(group, List.of(), List.of());
    }
}
