package org.covigie.bot.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Telegram on a bad day: it keeps its ceiling of messages a second over all chats (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this),
 * and a share of what is announced meets a 429, a 500, or is taken while its answer gets lost. It counts what reached which chat.
 */
final class RoughSea implements Sends {
    private static final long SECOND = 1_000_000_000L;
    private static final int WAIT_SECONDS = 2;

    /**
     * How often what goes wrong, each from 0 to 1.
     *
     * @param busy 429 although the ceiling was kept
     * @param broken 500, not taken
     * @param lost taken, and the connection cut before the answer
     */
    record Faults(double busy, double broken, double lost) {
        static final Faults NONE = new Faults(0, 0, 0);
    }

    /** What one chat has met. */
    private static final class Met {
        private int taken;
        private int unanswered;
        private int refused;
    }

    private final int ceiling;
    private final Faults faults;
    private final String marker;
    private final Random random;
    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private final Map<Long, Met> chats = new HashMap<>();
    private final List<Long> calls = new ArrayList<>();
    private int over;
    private int most;

    /** @param marker what an announcement has in its text and nothing else does */
    RoughSea(int ceiling, Faults faults, String marker, long seed) {
        this.ceiling = ceiling;
        this.faults = faults;
        this.marker = marker;
        this.random = new Random(seed);
    }

    @Override
    public synchronized WireServer.@Nullable Answer judge(JsonNode params) {
        return judge(Params.number(params, "chat_id", 0), params.path("text").asString("").contains(marker),
                System.nanoTime());
    }

    WireServer.@Nullable Answer judge(long chat, boolean announced, long now) {
        while (!lastSecond.isEmpty() && now - lastSecond.getFirst() >= SECOND) {
            lastSecond.removeFirst();
        }
        if (lastSecond.size() >= ceiling) {
            over++;
            return busy(1);
        }
        lastSecond.addLast(now);
        most = Math.max(most, lastSecond.size());
        if (!announced) {
            return null;
        }
        calls.add(now);
        Met met = chats.computeIfAbsent(chat, _ -> new Met());
        double drawn = random.nextDouble();
        if (drawn < faults.busy()) {
            return busy(WAIT_SECONDS);
        }
        if (drawn < faults.busy() + faults.broken()) {
            met.refused++;
            return new WireServer.Answer(500,
                    "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}");
        }
        met.taken++;
        if (drawn < faults.busy() + faults.broken() + faults.lost()) {
            met.unanswered++;
            return WireServer.Answer.NONE;
        }
        return null;
    }

    private static WireServer.Answer busy(int seconds) {
        return new WireServer.Answer(429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after " + seconds
                        + "\",\"parameters\":{\"retry_after\":" + seconds + "}}");
    }

    /**
     * What was counted.
     *
     * @param once chats that got the announcement once
     * @param again chats that got it more often, each time more after a lost answer
     * @param twice chats that got it more often without that
     * @param never chats that got it never, after a 500 twice: who sends cannot know
     * @param forgotten chats that got it never otherwise
     * @param over calls beyond the ceiling
     * @param most calls in any one second
     * @param share of the ceiling that was used until nearly all chats had been called
     */
    record Count(int once, int again, int twice, int never, int forgotten, int over, int most, double share) {
        boolean exact() {
            return twice == 0 && forgotten == 0 && over == 0;
        }
    }

    /** @param groups that should have got it */
    synchronized Count count(int groups) {
        int once = 0;
        int again = 0;
        int twice = 0;
        int never = 0;
        for (Met met : chats.values()) {
            once += met.taken == 1 ? 1 : 0;
            again += met.taken > 1 && met.unanswered >= met.taken - 1 ? 1 : 0;
            twice += met.taken > 1 && met.unanswered < met.taken - 1 ? 1 : 0;
            never += met.taken == 0 && met.refused > 1 ? 1 : 0;
        }
        return new Count(once, again, twice, never, groups - once - again - twice - never, over, most, share(groups));
    }

    /** The last few are those that had to wait after a fault. */
    private double share(int groups) {
        int enough = Math.min(calls.size(), groups * 9 / 10);
        return enough < 2 ? 0 : (enough - 1) * (double) SECOND / (calls.get(enough - 1) - calls.getFirst()) / ceiling;
    }
}
