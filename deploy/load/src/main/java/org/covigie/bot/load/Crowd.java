package org.covigie.bot.load;

/**
 * The people and groups of a run, by arithmetic: each group has one animator, one correspondent and some members of its own.
 *
 * @param groups how many
 * @param membersEach in a group, without animator and correspondent
 */
record Crowd(int groups, int membersEach) {
    /** The bot's own id and name. */
    static final long BOT = 7_000_000_001L;
    static final String BOT_NAME = "covigie_charge_bot";
    /** Not a real token; it has the form of one. */
    static final String TOKEN = BOT + ":AAF-load-only_not-a-real-token-00000";

    private static final long FIRST_CHAT = -1_001_000_000_000L;
    private static final long ANIMATORS = 10_000_000;
    private static final long CORRESPONDENTS = 20_000_000;
    private static final long MEMBERS = 30_000_000;
    private static final int MOST_MEMBERS = 1_000;
    private static final String[] FIRST_NAMES = {"Léa", "Hugo", "Inès", "Malo", "Jeanne", "Yanis", "Zoé", "Élie", "نور",
            "דנה", "Anaïs", "Noé"};

    Crowd {
        if (groups < 1 || membersEach < 1 || membersEach > MOST_MEMBERS / 2) {
            throw new IllegalArgumentException("at least one group, and 1 to " + MOST_MEMBERS / 2 + " members in each");
        }
    }

    long chat(int group) {
        return FIRST_CHAT - group;
    }

    long animator(int group) {
        return ANIMATORS + group;
    }

    long correspondent(int group) {
        return CORRESPONDENTS + group;
    }

    /** @param number from 0; numbers from {@link #membersEach} on are those who join later */
    long member(int group, int number) {
        return MEMBERS + (long) group * MOST_MEMBERS + number % MOST_MEMBERS;
    }

    /** Whether this person created this group. */
    boolean created(long chat, long person) {
        long group = FIRST_CHAT - chat;
        return group >= 0 && group < groups && person == animator((int) group);
    }

    static String firstName(long person) {
        return FIRST_NAMES[(int) Math.floorMod(person, FIRST_NAMES.length)];
    }
}
