package org.covigie.bot.synthesis;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody hands in to be announced.
 *
 * @param externalId 1 to 200 characters; the same one again changes nothing
 * @param title      1 to 300 characters
 * @param summary    at most 2,000 characters
 * @param url        see {@link org.covigie.bot.web.WebAddress}
 * @param signals    the signals it speaks of; unknown ones are left out
 * @param groups     the groups it is for; null for all that collect
 * @param urgent     an alert: it waits for no morning
 * @param atOnce     somebody in the group announces it: where people are talking, nobody is disturbed
 */
public record News(String externalId, String title, @Nullable String summary, String url, Locale language,
        List<UUID> signals, @Nullable List<Long> groups, boolean urgent, boolean atOnce) {
    public static final int LONGEST_ID = 200;
    public static final int LONGEST_TITLE = 300;
    public static final int LONGEST_SUMMARY = 2_000;
    public static final int MOST_SIGNALS = 1_000;
    public static final int MOST_GROUPS = 10_000;

    /** The same in other words. */
    News saying(String otherTitle, @Nullable String otherSummary) {
        return new News(externalId, otherTitle, otherSummary, url, language, signals, groups, urgent, atOnce);
    }
}
