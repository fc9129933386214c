package org.covigie.bot.digest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.covigie.bot.charts.Chart;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.signals.Contributions;
import org.covigie.bot.synthesis.Uses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each Monday, outside the quiet hours, the animator is told alone what the group gave in the week before and what became of
 * it. A week in which nothing happened is not spoken of; never twice, whichever instance is first.
 */
@Service
class WeeklyDigest {
    private static final Logger log = LoggerFactory.getLogger(WeeklyDigest.class);

    /** What became of a group's week. */
    private record Week(long tagged, long published, long used) {}

    private final Contributions contributions;
    private final Uses uses;
    private final DigestStore store;
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final HouseSettings settings;

    WeeklyDigest(Contributions contributions, Uses uses, DigestStore store, Groups groups, People people,
            Replies replies, Texts texts, TransactionTemplate transaction, InstantSource clock,
            HouseSettings settings) {
        this.contributions = contributions;
        this.uses = uses;
        this.store = store;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /** Sends what is due now. */
    void send() {
        ZonedDateTime now = clock.instant().atZone(settings.zone());
        if (now.getDayOfWeek() != DayOfWeek.MONDAY || quiet(now.toLocalTime())) {
            return;
        }
        LocalDate today = now.toLocalDate();
        LocalDate monday = today.minusWeeks(1);
        store.forget(today);
        weeks(monday.atStartOfDay(settings.zone()).toInstant(), today.atStartOfDay(settings.zone()).toInstant())
                .forEach((group, week) -> {
                    try {
                        transaction.executeWithoutResult(status -> tell(group, monday, week));
                    } catch (RuntimeException e) {
                        // one group's fault must not cost the others their word
                        log.warn("no weekly digest for group {}: {}", group, e.getClass().getName());
                    }
                });
    }

    /** Before the morning or after the evening; where both are the same there are no quiet hours. */
    private boolean quiet(LocalTime time) {
        LocalTime from = settings.quietFrom();
        LocalTime until = settings.quietUntil();
        return from.isAfter(until)
                ? time.isBefore(until) || !time.isBefore(from)
                : !time.isBefore(from) && time.isBefore(until);
    }

    private Map<Long, Week> weeks(Instant from, Instant until) {
        Map<Long, Week> weeks = new HashMap<>();
        contributions.given(from, until)
                .forEach(tally -> weeks.put(tally.group(), new Week(tally.tagged(), tally.published(), 0)));
        uses.between(from, until).forEach((group, used) -> weeks.merge(group, new Week(0, 0, used),
                (given, only) -> new Week(given.tagged(), given.published(), used)));
        return weeks;
    }

    private void tell(long id, LocalDate monday, Week week) {
        Optional<GroupInfo> group = groups.find(id).filter(known -> !known.gone()).flatMap(known -> groups.info(id));
        Optional<Person> animator = groups.animator(id).flatMap(member -> people.byId(member.person()));
        if (group.isEmpty() || animator.isEmpty() || store.silent(id) || !store.first(id, monday)) {
            return;
        }
        GroupInfo info = group.get();
        Person person = animator.get();
        Locale language = Languages.of(person, null, info);
        Line line = Line.of("weekly.title", monday, info.title()).then("weekly.counts", week.tagged(), week.published(),
                week.used()).choices(Line.Choice.command("weekly.button.stop", "/bilan non"));
        String once = "digest:" + id + ":" + monday;
        Optional<byte[]> chart = chart(info, monday, week, language);
        if (chart.isPresent()) {
            replies.file(person, info, "digest", true, "digest-" + monday + ".png", chart.get(), line, language, once);
        } else {
            replies.privately(person, info, null, "digest", line, language, false, once);
        }
    }

    private Optional<byte[]> chart(GroupInfo info, LocalDate monday, Week week, Locale language) {
        long most = Math.max(Math.max(week.tagged(), week.published()), Math.max(week.used(), 1));
        return Chart.draw(info.title(), List.of(bar("weekly.tagged", week.tagged(), most, language),
                bar("weekly.published", week.published(), most, language),
                bar("weekly.used", week.used(), most, language)), texts.plain("weekly.week", language, monday));
    }

    private Chart.Bar bar(String label, long count, long most, Locale language) {
        return new Chart.Bar(texts.plain(label, language), (int) (100 * count / most), String.valueOf(count));
    }

    /** Looks every ten minutes whether it is Monday. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> weeklyDigestJob(WeeklyDigest digest) {
            return Tasks.recurring("weekly-digest", FixedDelay.ofMinutes(10))
                    .execute((instance, context) -> digest.send());
        }
    }
}
