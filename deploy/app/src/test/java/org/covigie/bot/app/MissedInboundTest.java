package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.covigie.bot.app.Installation.Setup;
import org.covigie.bot.sandbox.twilio.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twilio announces a message once, and nobody hears it: it is found by listing, in a group as anywhere. */
class MissedInboundTest {
    @TempDir
    Path folder;

    @Test
    void trap_1_4_whatWasNeverAnnouncedIsPassedOnOnceItIsFound() {
        // a listing leaves what is younger than a minute to the webhook: here all is older already
        InstantSource earlier = () -> Instant.now().minus(Duration.ofMinutes(3));
        try (Installation house = new Installation(Setup.POLLING_H2, folder).withWhatsApp(earlier).start()) {
            RelayedCrowd crowd = RelayedCrowd.open(house, "Manqués", 3);
            house.twilio().world().faults().share(Faults.Kind.INBOUND_LOST, 1);
            crowd.founder().writes("Jamais annoncé");
            crowd.founder().writes("Ni cela");
            house.twilio().world().faults().none();
            crowd.founder().writes("Annoncé");
            crowd.others().forEach(one -> one.hears("Annoncé"));
            assertThat(crowd.others().getFirst().timesTold("Jamais annoncé")).isZero();

            house.get(Scheduler.class).reschedule(
                    TaskInstanceId.of("whatsapp-missed-messages", RecurringTask.INSTANCE), Instant.now());

            crowd.others().forEach(one -> {
                one.hears("Jamais annoncé");
                one.hears("Ni cela");
            });
            house.settles();
            assertThat(crowd.others()).allSatisfy(one -> assertThat(one.timesTold("Annoncé")).isEqualTo(1));
        }
    }
}
