package org.covigie.bot.synthesis;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.URI;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.patientdata.PatientData;
import org.covigie.bot.web.Fetched;
import org.covigie.bot.web.Web;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a synthesis that was announced without a title the one of its page; it is not announced before. Where none can be read,
 * or it points to a patient, it stays called by its host. A restart in between asks the page again.
 */
@Service
class Titling {
    private final SynthesisStore store;
    private final Web web;
    private final PatientData patientData;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Titling(SynthesisStore store, Web web, PatientData patientData, TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.store = store;
        this.web = web;
        this.patientData = patientData;
        this.transaction = transaction;
        this.events = events;
    }

    void tick() {
        store.untitled().ifPresent(one -> {
            String title = web.read(URI.create(one.url()), PageTitle.TYPES) instanceof Fetched.Page page
                    ? PageTitle.of(page).map(found -> Syntheses.cut(found, News.LONGEST_TITLE))
                            .filter(found -> patientData.check(found).decision() != Decision.HOLD)
                            .orElse(one.title())
                    : one.title();
            transaction.executeWithoutResult(status -> {
                if (store.titled(one.id(), title)) {
                    events.publishEvent(new SynthesisReceived(one.id()));
                }
            });
        });
    }

    /** A job of its own: while it waits for a slow page, alerts go out. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> titlesJob(Titling titling) {
            return Tasks.recurring("titles", FixedDelay.ofSeconds(5)).execute((instance, context) -> titling.tick());
        }
    }
}
