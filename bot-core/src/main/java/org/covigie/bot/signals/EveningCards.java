package org.covigie.bot.signals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.people.People;
import org.covigie.bot.settings.HouseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One card an evening for each correspondent whose group has drafts waiting: how many, the oldest, the holds, and a button for
 * all that may go. Working days only; nothing waiting, nothing sent; never twice, whichever instance is first.
 */
@Service
class EveningCards {
    private static final Logger log = LoggerFactory.getLogger(EveningCards.class);

    /** After this time past the hour a missed evening stays missed: nobody is disturbed at night. */
    private static final Duration GRACE = Duration.ofMinutes(60);

    private final SignalRows rows;
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final LocalTime hour;
    private final ZoneId zone;

    EveningCards(SignalRows rows, Groups groups, People people, Replies replies, TransactionTemplate transaction,
            InstantSource clock, HouseSettings settings) {
        this.rows = rows;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.transaction = transaction;
        this.clock = clock;
        this.hour = settings.eveningCard();
        this.zone = settings.zone();
    }

    /** Sends what is due now. */
    void send() {
        ZonedDateTime now = clock.instant().atZone(zone);
        Duration late = Duration.between(now.toLocalDate().atTime(hour).atZone(zone), now);
        if (late.isNegative() || late.compareTo(GRACE) > 0 || !working(now.toLocalDate())) {
            return;
        }
        for (Long group : rows.groupsWithDrafts()) {
            try {
                transaction.executeWithoutResult(status -> card(group, now.toLocalDate()));
            } catch (RuntimeException e) {
                // one group's fault must not cost the others their evening
                log.warn("no evening card for group {}: {}", group, e.getClass().getName());
            }
        }
    }

    private static boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private void card(long group, LocalDate day) {
        List<SignalRow> drafts = rows.findByGroupIdAndStatusOrderByNumber(group, Status.DRAFT);
        GroupInfo info = groups.info(group).orElse(null);
        if (drafts.isEmpty() || info == null || groups.find(group).filter(g -> g.gone()).isPresent()
                || rows.card(group, day) == 0) {
            return;
        }
        SignalRow oldest = drafts.stream().min(java.util.Comparator.comparing(row -> row.taggedAt)).orElseThrow();
        Line line = Line.of("card.title", info.title(), drafts.size()).then("card.oldest",
                DraftCard.brief(oldest, clock.instant()));
        for (Hold hold : Hold.values()) {
            long held = drafts.stream().filter(row -> row.holds().contains(hold)).count();
            if (held > 0) {
                line = line.then("card.hold." + hold.name(), held);
            }
        }
        line = ListDrafts.buttons(line, drafts);
        for (Member correspondent : groups.correspondents(group)) {
            Line card = line;
            people.byId(correspondent.person())
                    .ifPresent(person -> replies.privately(person, info, null, "evening.card", card,
                            Languages.of(person, null, info), false, "card:" + group + ":" + person.id() + ":" + day));
        }
    }

    /** Looks every minute whether the hour has come. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> eveningCardsJob(EveningCards cards) {
            return Tasks.recurring("evening-cards", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> cards.send());
        }
    }
}
