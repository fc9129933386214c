package org.covigie.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.sandbox.twilio.Faults;
import org.covigie.bot.sandbox.twilio.SeenMessage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Twilio and WhatsApp do that a bot must be ready for, through the whole house; the numbers are those of the fact sheet. */
class WhatsAppTrapsTest extends WhatsAppHouse {
    private static final Pattern WORD = Pattern.compile("mot [ab]\\d");

    @Test
    void trap_1_4_aMessageIsStoredBeforeItIsAnsweredAndAskedForAgainWhenItCannotBe() {
        four("Réception");
        String first = sid();
        String second = sid();
        JdbcClient db = house.get(JdbcClient.class);
        Scheduler scheduler = house.get(Scheduler.class);
        scheduler.pause();
        try {
            HttpResponse<String> taken = webhook(first, "Gardé avant la réponse");
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(taken.body()).isEqualTo("<Response/>");
            assertThat(waiting(db)).isEqualTo(1);

            db.sql("alter table inbox rename to inbox_away").update();
            HttpResponse<String> refused;
            try {
                refused = webhook(second, "Venu trop tôt");
            } finally {
                db.sql("alter table inbox_away rename to inbox").update();
            }
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(waiting(db)).isEqualTo(1);
            assertThat(webhook(second, "Venu trop tôt").statusCode()).isEqualTo(200);
            assertThat(webhook(second, "Venu trop tôt").statusCode()).as("once more").isEqualTo(200);
            assertThat(waiting(db)).isEqualTo(2);
        } finally {
            scheduler.resume();
        }
        lea.hears("Gardé avant la réponse");
        julie.hears("Venu trop tôt");
        wordsAreGone();
        assertThat(julie.timesTold("Venu trop tôt")).isEqualTo(1);
    }

    private static String sid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    private HttpResponse<String> webhook(String sid, String body) {
        return new SignedCall(house.twilio(), house.url("/whatsapp/inbound")).post(Map.of("MessageSid", sid,
                "AccountSid", house.twilio().accountSid(), "From", marc.person().address(), "To",
                house.twilio().from(), "Body", body, "NumMedia", "0", "ProfileName", marc.person().name()));
    }

    private static long waiting(JdbcClient db) {
        return db.sql("select count(*) from inbox where channel = 'whatsapp' and status = 'WAITING' "
                + "and octet_length(body) > 0").query(Long.class).single();
    }

    @Test
    void trap_3_3_whatTurnsOutTooLateForTheWindowGoesWithThePersonsNextMessage() {
        four("Fenêtre");
        lea.person().fallsSilent();

        marc.writes("Écrit après un jour");
        julie.hears("Écrit après un jour");
        JdbcClient db = house.get(JdbcClient.class);
        await().atMost(Telephone.PATIENCE).until(() -> db.sql("select count(*) from outbox where kind = 'relay' "
                + "and waiting and status = 'PENDING'").query(Long.class).single() == 1);
        assertThat(house.twilio().world().seen(lea.person())).anySatisfy(message -> {
            assertThat(message.status()).isEqualTo("undelivered");
            assertThat(message.error()).isEqualTo(63016);
        });
        assertThat(lea.timesTold("Écrit après un jour")).isZero();

        lea.writes("/aide");
        lea.hears("Écrit après un jour");
        wordsAreGone();
        assertThat(lea.timesTold("Écrit après un jour")).isEqualTo(1);
    }

    @Test
    void trap_3_4_receiptsThatNeverComeAreAskedForAndTheWordsGo() {
        four("Accusés");
        house.twilio().world().faults().share(Faults.Kind.CALLBACKS_LOST, 1);
        marc.writes("Dit sans accusé");
        List.of(claire, julie, lea).forEach(one -> one.hears("Dit sans accusé"));
        JdbcClient db = house.get(JdbcClient.class);
        String open = "status = 'SENT' and final_at is null and kind = 'relay'";
        await().atMost(Telephone.PATIENCE).until(
                () -> db.sql("select count(*) from outbox where " + open).query(Long.class).single() == 4);

        db.sql("update outbox set called_at = called_at - interval '20' minute where " + open).update();
        house.get(Scheduler.class).reschedule(TaskInstanceId.of("messaging-tending", RecurringTask.INSTANCE),
                Instant.now());

        wordsAreGone();
    }

    @Test
    void trap_3_5_whatTwoMembersSayAtOnceIsReadByAllInOneOrder() {
        four("Ensemble");
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> says(lea, "b"));
        says(marc, "a");
        other.join();

        List<String> atJulies = words(julie, 10);
        assertThat(atJulies).containsExactlyInAnyOrder("mot a0", "mot a1", "mot a2", "mot a3", "mot a4", "mot b0",
                "mot b1", "mot b2", "mot b3", "mot b4");
        assertThat(words(claire, 10)).isEqualTo(atJulies);
        assertThat(words(marc, 5)).isEqualTo(atJulies.stream().filter(word -> word.startsWith("mot b")).toList());
        assertThat(words(lea, 5)).isEqualTo(atJulies.stream().filter(word -> word.startsWith("mot a")).toList());
    }

    private static void says(Telephone one, String mark) {
        for (int n = 0; n < 5; n++) {
            one.writes("mot " + mark + n);
        }
    }

    /** The words as they were read, of which there are so many. */
    private static List<String> words(Telephone telephone, int many) {
        return await().atMost(Telephone.PATIENCE).until(() -> {
            List<String> found = new ArrayList<>();
            for (SeenMessage message : telephone.told()) {
                Matcher word = WORD.matcher(message.text());
                while (word.find()) {
                    found.add(word.group());
                }
            }
            return found;
        }, found -> found.size() == many);
    }

    @Test
    void trap_4_2_onePersonIsInSeveralGroupsBehindOneNumber() {
        int number = ThreadLocalRandom.current().nextInt(1_000_000);
        RelayedCrowd quay = RelayedCrowd.open(house, "Quai " + number, 2);
        RelayedCrowd hill = RelayedCrowd.open(house, "Coteau " + number, 2);
        hill.letsIn(house, marc);
        quay.letsIn(house, marc);

        hill.founder().writes("Bonjour du coteau");
        marc.replies(marc.hears("Bonjour du coteau"), "Réponse au coteau");
        hill.founder().hears("Réponse au coteau");
        marc.writes("/ici Quai " + number);
        marc.hears("Quai " + number);
        marc.writes("Dit au quai");
        quay.founder().hears("Dit au quai");
        await().atMost(Telephone.PATIENCE).until(() -> house.twilio().world().underWay() == 0);

        assertThat(quay.founder().timesTold("coteau")).isZero();
        assertThat(hill.founder().timesTold("Dit au quai")).isZero();
    }

    @Test
    void trap_5_aLineCostsOneMessageForEachReaderAndNothingIsSaidToItsAuthor() {
        four("Dépenses");

        marc.writes("Une ligne");
        List.of(claire, julie, lea).forEach(one -> one.hears("Une ligne"));
        JdbcClient db = house.get(JdbcClient.class);
        await().atMost(Telephone.PATIENCE).until(() -> db.sql("select count(*) from outbox where kind = 'relay' "
                + "and final_at is null").query(Long.class).single() == 0);

        assertThat(house.twilio().world().posts().stream().filter(post -> post.body().contains("Une ligne")))
                .as("the three and the founder").hasSize(4);
        assertThat(marc.told()).isEmpty();
    }
}
