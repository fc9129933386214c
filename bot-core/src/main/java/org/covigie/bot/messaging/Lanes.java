package org.covigie.bot.messaging;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queues of the chats, one per chat and direction. Whoever adds rows to a lane first takes the lane's row: ids then follow
 * the order of commits, and a lane that is just found empty cannot miss a row.
 */
@Component
class Lanes {
    private final JdbcClient db;
    private final JdbcTemplate jdbc;
    private final Durable durable;
    private final InstantSource clock;

    Lanes(JdbcClient db, JdbcTemplate jdbc, Durable durable, InstantSource clock) {
        this.db = db;
        this.jdbc = jdbc;
        this.durable = durable;
        this.clock = clock;
    }

    /** Whether a chat is known to be closed, and whether the person there wants nothing more. */
    record Standing(boolean closed, boolean stopped) {
        private static final Standing OPEN = new Standing(false, false);

        static Standing of(String lane, Map<String, Standing> taken) {
            return taken.getOrDefault(lane, OPEN);
        }
    }

    /**
     * Takes the rows of these lanes until the transaction ends, always in the same order so that two who need several cannot
     * wait for each other. Returns for each what is known of the chat.
     */
    Map<String, Standing> take(Way way, Collection<String> chats) {
        List<String> sorted = List.copyOf(new TreeSet<>(chats));
        Map<String, Standing> taken = select(way, sorted);
        if (taken.size() < sorted.size()) {
            List<Object[]> missing = sorted.stream().filter(c -> !taken.containsKey(c))
                    .map(c -> new Object[]{c, way.name()}).toList();
            jdbc.batchUpdate("insert into lane (chat, way) values (?, ?) on conflict do nothing", missing);
            taken.putAll(select(way, sorted));
        }
        return taken;
    }

    private Map<String, Standing> select(Way way, List<String> sorted) {
        Map<String, Standing> taken = new HashMap<>();
        db.sql("select chat, closed, stopped from lane where way = :way and chat in (:chats) order by chat for update")
                .param("way", way.name()).param("chats", sorted)
                .query(row -> {
                    taken.put(row.getString("chat"), new Standing(row.getBoolean("closed"), row.getBoolean("stopped")));
                });
        return taken;
    }

    /** Sees to it that these lanes, taken before, run soon after the commit. */
    void wake(Way way, Collection<String> chats) {
        Instant now = clock.instant();
        Set<String> unscheduled = new HashSet<>(chats);
        Set<String> sleeping = new HashSet<>();
        db.sql("select task_instance, picked, execution_time from scheduled_tasks "
                + "where task_name = :task and task_instance in (:chats)").param("task", way.task).param("chats", chats)
                .query(row -> {
                    String chat = row.getString("task_instance");
                    unscheduled.remove(chat);
                    // in the inbox the first row keeps its lane waiting; in the outbox a later one may go before it
                    if (way == Way.OUT && !row.getBoolean("picked")
                            && Times.later(now, Times.instant(row, "execution_time")).isAfter(now)) {
                        sleeping.add(chat);
                    }
                });
        List<TaskInstance<?>> fresh = unscheduled.stream().sorted()
                .<TaskInstance<?>>map(chat -> new TaskInstance<>(way.task, chat)).collect(Collectors.toList());
        if (!fresh.isEmpty()) {
            durable.client().scheduleBatch(fresh, now);
        }
        sleeping.forEach(chat -> bringForward(way, chat, now));
        durable.soon();
    }

    private void bringForward(Way way, String chat, Instant now) {
        try {
            durable.client().reschedule(new TaskInstance<>(way.task, chat), now);
        } catch (TaskInstanceException e) {
            // it began to run meanwhile; before it ends it takes the lane's row and sees what was added
        }
    }
}
