package org.covigie.bot.groups;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.settings.HouseSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes old lines of the journals, and that somebody was a member once that person has been gone, or the bot out of
 * the group, for a while. Who animates a group the bot is in stays its member, since a group always has an animator.
 */
@Service
class GroupsRetention {
    private static final Limit AT_ONCE = Limit.of(1000);

    private final Journal journal;
    private final MemberRows members;
    private final RoleCache cache;
    private final JdbcClient db;
    private final InstantSource clock;
    private final Duration journalKept;
    private final Duration departedKept;

    GroupsRetention(Journal journal, MemberRows members, RoleCache cache, JdbcClient db, InstantSource clock,
            HouseSettings settings) {
        this.journal = journal;
        this.members = members;
        this.cache = cache;
        this.db = db;
        this.clock = clock;
        this.journalKept = settings.journal();
        this.departedKept = settings.departed();
    }

    @Transactional
    void purge() {
        Instant now = clock.instant();
        journal.purge(now.minus(journalKept));
        cache.purge(now);
        List<MemberRow> gone = members.departed(now.minus(departedKept), AT_ONCE);
        for (MemberRow member : gone) {
            db.sql("delete from charter_answer where group_id = :group and person_id = :person")
                    .param("group", member.groupId).param("person", member.personId).update();
        }
        members.deleteAll(gone);
        if (!gone.isEmpty()) {
            cache.changed();
        }
    }

    /** Once an hour. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> groupsRetentionJob(GroupsRetention retention) {
            return Tasks.recurring("groups-retention", FixedDelay.ofHours(1))
                    .execute((instance, context) -> retention.purge());
        }
    }
}
