package org.covigie.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Inbox;
import org.covigie.bot.messaging.Lease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class TelegramPollerTest {
    private static final String TOKEN = "123456:T-0ken_that-must-never-show";
    private static final Pace QUICK = new Pace(Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofMillis(20),
            Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(300));

    private final List<Arrival> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean leader = new AtomicBoolean(true);
    private final AtomicBoolean leaseBroken = new AtomicBoolean();
    private final Inbox inbox = mock(Inbox.class);
    private final Lease lease = mock(Lease.class);
    private final Connection connection = new Connection();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private StandIn telegram = standIn();
    private TelegramApi api = api();
    private TelegramPoller poller = poller();

    @BeforeEach
    void storeInMemory() {
        doAnswer(call -> {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new DataAccessResourceFailureException("no room for Paul’s words");
            }
            stored.addAll(call.getArgument(1));
            return null;
        }).when(inbox).accept(anyString(), any());
        when(lease.hold(anyString(), any())).thenAnswer(call -> {
            if (leaseBroken.get()) {
                throw new DataAccessResourceFailureException("away");
            }
            return leader.get();
        });
    }

    @AfterEach
    void stop() {
        poller.stop();
        api.close();
        telegram.close();
    }

    @Test
    void aBatchIsAcknowledgedOnlyAfterItIsStored() {
        AtomicInteger acknowledgedWhileStoring = new AtomicInteger();
        doAnswer(call -> {
            acknowledgedWhileStoring.addAndGet((int) offsets().stream().filter(offset -> offset > 0).count());
            stored.addAll(call.getArgument(1));
            return null;
        }).when(inbox).accept(anyString(), any());
        telegram.queue(text(10), text(11));
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        assertThat(ids()).containsExactly("10", "11");
        assertThat(acknowledgedWhileStoring).hasValue(0);
        assertThat(offsets()).startsWith(0L, 12L);
        assertThat(meters.get("covigie.telegram.updates").tag("reading", "read").counter().count()).isEqualTo(2);
    }

    @Test
    void theRequestNamesItsUpdatesAndNothingTelegramDoesNotKnow() {
        poller.start();
        await().until(() -> !telegram.asked("getUpdates").isEmpty());
        JsonNode first = telegram.asked("getUpdates").getFirst();
        assertThat(BotApi.faults("getUpdates", first)).isEmpty();
        assertThat(first.path("allowed_updates").toString()).contains("message_reaction", "my_chat_member");
        assertThat(first.has("offset")).isFalse();
        assertThat(first.path("limit").asInt()).isEqualTo(100);
    }

    @Test
    void whenStoringFailsTheSameUpdatesAreAskedForAgain(CapturedOutput output) {
        failures.set(2);
        telegram.queue(text(10));
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        assertThat(ids()).containsExactly("10");
        assertThat(offsets()).startsWith(0L, 0L, 0L, 11L);
        assertThat(output.getAll()).contains("could not be stored").doesNotContain("Paul");
    }

    @Test
    void aLowerUpdateIdAfterAnIdleWeekIsAccepted() {
        telegram.queue(text(727334708));
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        telegram.queue(text(117314199), text(117314200));
        await().until(() -> ids().size() >= 3 && telegram.waiting() == 0);
        assertThat(ids()).containsExactly("727334708", "117314199", "117314200");
    }

    @Test
    void aPoisonUpdateBlocksNobody() {
        telegram.queue(text(10), "{\"update_id\":11,\"message\":{\"message_id\":1,\"chat\":{\"id\":9e99}}}",
                "{\"update_id\":12,\"message\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}",
                "{\"update_id\":13,\"message\":{\"text\":\"\\x\"}}", text(14));
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        assertThat(ids()).containsExactly("10", "11", "12", "13", "14");
        assertThat(stored).filteredOn(one -> one.reading() instanceof Arrival.Reading.Unreadable).hasSize(3);
        assertThat(meters.get("covigie.telegram.updates").tag("reading", "unreadable").counter().count()).isEqualTo(3);
    }

    @Test
    void anAnswerCutShortGivesTheUpdatesBeforeTheCut() {
        telegram.script("getUpdates", "{\"ok\":true,\"result\":[" + text(10) + ",{\"update_id\":11,\"mess");
        poller.start();
        await().until(() -> offsets().contains(11L));
        assertThat(ids()).containsExactly("10");
    }

    @Test
    void anUpdateThatNeverArrivesWholeIsAskedForAloneAndThenLeftBehind() {
        String cut = "{\"ok\":true,\"result\":[{\"update_id\":10,\"message\":{\"text\":\"Bonj";
        telegram.script("getUpdates", cut, cut, cut, cut);
        poller.start();
        await().until(() -> offsets().contains(11L));
        assertThat(stored).singleElement().satisfies(
                one -> assertThat(one.reading()).isEqualTo(new Arrival.Reading.Unreadable("cut")));
        assertThat(telegram.asked("getUpdates").get(1).path("limit").asInt()).isEqualTo(1);
    }

    @Test
    void transfersThatBreakAgainAndAgainAreNarrowedToOneUpdate() {
        String broken = "{\"ok\":true,\"result\":[" + StandIn.BREAK;
        telegram.script("getUpdates", broken, broken, broken);
        telegram.queue(text(10), text(11));
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        assertThat(ids()).containsExactly("10", "11");
        assertThat(telegram.asked("getUpdates")).map(body -> body.path("limit").asInt()).startsWith(100, 100, 100, 1,
                100);
    }

    @Test
    void notEvenAnErrorEndsThePolling() {
        AtomicBoolean failed = new AtomicBoolean();
        when(lease.hold(anyString(), any())).thenAnswer(call -> {
            if (failed.compareAndSet(false, true)) {
                throw new StackOverflowError();
            }
            return true;
        });
        telegram.queue(text(10));
        poller.start();
        await().until(() -> telegram.waiting() == 0);
    }

    @Test
    void anAnswerThatIsNoJsonIsAskedForAgain() {
        telegram.script("getUpdates", "<html>502 Bad Gateway</html>", "", "[]", "{\"ok\":true,\"result\":7}");
        telegram.queue(text(10));
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        assertThat(ids()).containsExactly("10");
        assertThat(connection.state()).isEqualTo(Connection.State.CONNECTED);
    }

    @Test
    void aWebhookLeftFromTheOtherModeIsRemovedWithoutDroppingWhatWaits() {
        telegram.script("getUpdates", denied(409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        telegram.queue(text(10));
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        assertThat(telegram.asked("deleteWebhook")).singleElement()
                .satisfies(body -> assertThat(BotApi.faults("deleteWebhook", body)).isEmpty())
                .satisfies(body -> assertThat(body.has("drop_pending_updates")).isFalse());
    }

    @Test
    void another409IsAConflictThatShowsAndPasses() {
        String other = denied(409, "Conflict: terminated by other getUpdates request");
        telegram.script("getUpdates", other, other, other, other, other);
        poller.start();
        await().until(() -> connection.state() == Connection.State.CONFLICT);
        assertThat(new TelegramHealth(connection).health().getStatus().getCode()).isEqualTo("DOWN");
        telegram.queue(text(10));
        await().until(() -> telegram.waiting() == 0 && connection.state() == Connection.State.CONNECTED);
        assertThat(telegram.asked("deleteWebhook")).isEmpty();
    }

    @Test
    void a401IsToldOnceAndNotAskedAgainAtOnce(CapturedOutput output) {
        String refused = denied(401, "Unauthorized");
        telegram.script("getMe", refused, refused, refused, refused);
        telegram.script("getUpdates", refused, refused);
        long start = System.nanoTime();
        poller.start();
        await().until(() -> telegram.asked("getUpdates").size() >= 3);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(QUICK.refused());
        assertThat(output.getAll()).containsOnlyOnce("token refused; check COVIGIE_TELEGRAM_TOKEN")
                .doesNotContain("T-0ken");
    }

    @Test
    void a429WaitsAsLongAsTelegramSays() {
        telegram.script("getUpdates",
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\",\"parameters\":{\"retry_after\":1}}");
        telegram.queue(text(10));
        long start = System.nanoTime();
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anUnreachableTelegramIsToldAndTriedAgainWithoutNamingTheToken(CapturedOutput output) {
        String url = telegram.url();
        telegram.close();
        poller.start();
        await().until(() -> connection.state() == Connection.State.UNREACHABLE);
        assertThat(poller.isRunning()).isTrue();
        assertThat(output.getAll()).contains("unreachable").doesNotContain("T-0ken").doesNotContain(url);
    }

    @Test
    void onlyTheHolderOfTheLeasePolls() {
        leader.set(false);
        poller.start();
        await().until(() -> connection.state() == Connection.State.STANDBY);
        assertThat(telegram.asked).isEmpty();
        leader.set(true);
        telegram.queue(text(10));
        await().until(() -> telegram.waiting() == 0);
    }

    @Test
    void whoLosesTheLeaseStopsPollingAtOnce() {
        poller.start();
        await().until(() -> !telegram.asked("getUpdates").isEmpty());
        leader.set(false);
        await().until(() -> connection.state() == Connection.State.STANDBY);
    }

    @Test
    void aLeaseThatCannotBeRenewedLastsAsLongAsItWasGranted() {
        poller.start();
        await().until(() -> !telegram.asked("getUpdates").isEmpty());
        leaseBroken.set(true);
        telegram.queue(text(10));
        await().until(() -> ids().contains("10"));
        await().until(() -> connection.state() == Connection.State.STANDBY);
    }

    @Test
    void stoppingEndsTheWaitingPollAndGivesTheLeaseBack() {
        poller.start();
        await().until(() -> !telegram.asked("getUpdates").isEmpty());
        long start = System.nanoTime();
        poller.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        verify(lease).release("telegram-poller");
        assertThat(poller.isRunning()).isFalse();
    }

    @Test
    void afterARestartWhatWasNotAcknowledgedComesAgain() {
        failures.set(Integer.MAX_VALUE);
        telegram.queue(text(10));
        poller.start();
        await().until(() -> telegram.asked("getUpdates").size() > 1);
        poller.stop();
        failures.set(0);
        poller = poller();
        poller.start();
        await().until(() -> telegram.waiting() == 0);
        assertThat(ids()).containsExactly("10");
    }

    private List<String> ids() {
        return stored.stream().map(Arrival::externalId).toList();
    }

    /** 0 stands for none. */
    private List<Long> offsets() {
        return telegram.asked("getUpdates").stream().map(body -> body.path("offset").asLong(0)).toList();
    }

    private TelegramPoller poller() {
        Self self = new Self(api);
        Intake intake = new Intake(new TelegramReader(self::name), inbox, meters, InstantSource.system());
        return new TelegramPoller(properties(), intake, api, self, connection, lease, QUICK);
    }

    private TelegramApi api() {
        return new TelegramApi(properties(), connection);
    }

    private TelegramProperties properties() {
        return new TelegramProperties(TOKEN, telegram.url(), "", "", Duration.ofSeconds(5), Duration.ofSeconds(2));
    }

    private static StandIn standIn() {
        try {
            return new StandIn(TOKEN);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(long id) {
        return "{\"update_id\":" + id + ",\"message\":{\"message_id\":" + id % 1000 + ",\"date\":1790000000,"
                + "\"from\":{\"id\":5400000001,\"is_bot\":false,\"first_name\":\"Léa\"},"
                + "\"chat\":{\"id\":5400000001,\"type\":\"private\",\"first_name\":\"Léa\"},\"text\":\"Bonjour\"}}";
    }

    private static String denied(int code, String description) {
        return "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}";
    }
}
