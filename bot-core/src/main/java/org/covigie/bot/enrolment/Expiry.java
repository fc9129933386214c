package org.covigie.bot.enrolment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.settings.HouseSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests that nobody decided expire after a week; those long decided are deleted. */
@Service
class Expiry {
    /** By then the candidate has heard, or cannot be reached. */
    private static final Duration TOLD = Duration.ofMinutes(2);

    private final EnrolmentRows rows;
    private final Entries entries;
    private final Cards cards;
    private final Groups groups;
    private final Journal journal;
    private final Notices notices;
    private final HouseSettings settings;
    private final InstantSource clock;

    Expiry(EnrolmentRows rows, Entries entries, Cards cards, Groups groups, Journal journal, Notices notices,
            HouseSettings settings, InstantSource clock) {
        this.rows = rows;
        this.entries = entries;
        this.cards = cards;
        this.groups = groups;
        this.journal = journal;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void sweep() {
        Instant now = clock.instant();
        for (EnrolmentRow row : rows.findByStatusAndRequestedAtBefore(EnrolmentStatus.REQUESTED,
                now.minus(Enrolments.OPEN_FOR))) {
            if (Enrolment.of(row) instanceof Enrolment.Requested requested) {
                expire(requested, now);
            }
        }
        for (EnrolmentRow row : rows.findByStatusAndEnteredAtIsNullAndDecidedAtBefore(EnrolmentStatus.APPROVED,
                now.minus(Enrolments.OPEN_FOR))) {
            if (Enrolment.of(row) instanceof Enrolment.Approved approved) {
                approved.lapse(now);
                journal.note(row.groupId, "expired", null, row.personId, String.valueOf(row.number));
                groups.info(row.groupId).ifPresent(group -> entries.lapsed(group, row));
            }
        }
        rows.unanswered(now.minus(TOLD)).forEach(entries::shut);
        rows.unopened(now.minus(TOLD)).forEach(entries::open);
        rows.outdated(now.minus(settings.requests()));
    }

    private void expire(Enrolment.Requested requested, Instant now) {
        EnrolmentRow row = requested.expire(now).row();
        journal.note(row.groupId, "expired", null, row.personId, String.valueOf(row.number));
        groups.info(row.groupId).ifPresent(group -> {
            cards.ended(row, Line.of("enrolment.ended.EXPIRED", String.valueOf(row.number), notices.name(row)));
            entries.turnedDown(group, row, Line.of("enrolment.candidate.expired", group.title()));
            notices.toPerson(row.proposerId, group, "enrolment.expired",
                    Line.of("enrolment.proposer.expired", notices.name(row)), null);
        });
    }

    /** Once a minute. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> enrolmentExpiryJob(Expiry expiry) {
            return Tasks.recurring("enrolment-expiry", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> expiry.sweep());
        }
    }
}
