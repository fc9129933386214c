package org.covigie.bot.load;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether each tag became exactly one draft.
 *
 * @param tags sent
 * @param drafts that the bot says it has
 * @param lost tags without a draft
 * @param duplicated drafts beyond the first of a tag
 * @param foreign drafts of no tag that was sent
 * @param unacknowledged tags that got no reaction
 * @param acknowledgedAgain reactions beyond the first of a tag
 */
record Exactness(int tags, long drafts, int lost, int duplicated, int foreign, int unacknowledged,
        int acknowledgedAgain) {
    static Exactness of(List<Update> tags, BotApi api) {
        Map<String, Integer> found = api.draftsByThread();
        Set<String> known = new HashSet<>();
        int lost = 0;
        int duplicated = 0;
        int unacknowledged = 0;
        int again = 0;
        for (Update update : tags) {
            Update.Tag tag = update.tag();
            if (tag != null) {
                known.add(tag.thread());
                int drafts = found.getOrDefault(tag.thread(), 0);
                lost += drafts == 0 ? 1 : 0;
                duplicated += Math.max(0, drafts - 1);
            }
            unacknowledged += update.acknowledgements() == 0 ? 1 : 0;
            again += Math.max(0, update.acknowledgements() - 1);
        }
        int foreign = found.entrySet().stream().filter(entry -> !known.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue).sum();
        return new Exactness(tags.size(), api.drafts(), lost, duplicated, foreign, unacknowledged, again);
    }

    /** Acknowledgements are no part of it: a killed bot may repeat or miss one, and says so. */
    boolean exact() {
        return drafts == tags && lost == 0 && duplicated == 0 && foreign == 0;
    }
}
