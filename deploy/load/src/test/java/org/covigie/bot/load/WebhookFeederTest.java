package org.covigie.bot.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookFeederTest {
    private static final int CHATS = 20;
    private static final int EACH = 30;

    private final Ledger ledger = new Ledger();
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> onTheWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean overlapped = new AtomicBoolean();
    private final AtomicBoolean wrongSecret = new AtomicBoolean();
    private final Random mood = new Random(7);
    private WireServer bot = start(0.0);

    @AfterEach
    void stop() throws IOException {
        bot.close();
    }

    @Test
    void the_order_within_a_chat_survives_refusals_and_no_two_of_a_chat_travel_at_once() throws IOException {
        bot.close();
        bot = start(0.3);
        try (WebhookFeeder feeder = feeder(bot.port(), Repeats.NONE)) {
            offerAll(feeder);
            await().atMost(Duration.ofSeconds(30)).until(() -> ledger.acceptedCount() == CHATS * EACH);
        }

        assertThat(inOrder(taken)).isTrue();
        assertThat(taken).hasSize(CHATS * EACH).doesNotHaveDuplicates();
        assertThat(overlapped).isFalse();
        assertThat(wrongSecret).isFalse();
    }

    @Test
    void a_bot_that_is_down_gets_everything_once_it_is_back() throws IOException {
        int port = bot.port();
        bot.close();
        try (WebhookFeeder feeder = feeder(port, Repeats.NONE)) {
            offerAll(feeder);
            bot = WireServer.start(port, this::answer);
            await().atMost(Duration.ofSeconds(30)).until(() -> ledger.acceptedCount() == CHATS * EACH);
        }

        assertThat(inOrder(taken)).isTrue();
        assertThat(ledger.posts().size()).isEqualTo(CHATS * EACH);
    }

    @Test
    void the_updates_chosen_to_come_twice_do() throws IOException {
        try (WebhookFeeder feeder = feeder(bot.port(), new Repeats(1, 3))) {
            offerAll(feeder);
            await().atMost(Duration.ofSeconds(30)).until(() -> ledger.repeatCount() == CHATS * EACH);
        }

        Map<String, Integer> times = new HashMap<>();
        taken.forEach(update -> times.merge(update, 1, Integer::sum));
        assertThat(times.values()).hasSize(CHATS * EACH).containsOnly(2);
    }

    private WebhookFeeder feeder(int port, Repeats repeats) {
        return new WebhookFeeder(port, "secret", 8, new RetryPolicy(0.005), repeats, ledger);
    }

    private void offerAll(Feeder feeder) {
        for (int i = 0; i < CHATS * EACH; i++) {
            int chat = i % CHATS;
            feeder.offer(new Update(i, chat, (chat + ":" + i / CHATS).getBytes(StandardCharsets.UTF_8), null));
        }
    }

    private double refusals;

    private WireServer start(double share) {
        refusals = share;
        try {
            // a port that no outgoing connection can take while the bot is down
            return WireServer.start(Ports.free(), this::answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private WireServer.Answer answer(WireMessage request) {
        wrongSecret.compareAndSet(false, !"secret".equals(request.header("x-telegram-bot-api-secret-token")));
        String update = new String(request.body(), StandardCharsets.UTF_8);
        String chat = update.substring(0, update.indexOf(':'));
        overlapped.compareAndSet(false, !onTheWay.add(chat));
        try {
            synchronized (mood) {
                if (mood.nextDouble() < refusals) {
                    return new WireServer.Answer(503, "");
                }
            }
            taken.add(update);
            return new WireServer.Answer(200, "");
        } finally {
            onTheWay.remove(chat);
        }
    }

    private static boolean inOrder(List<String> updates) {
        Map<String, Integer> next = new HashMap<>();
        for (String update : updates) {
            String chat = update.substring(0, update.indexOf(':'));
            int number = Integer.parseInt(update.substring(update.indexOf(':') + 1));
            if (number != next.merge(chat, 1, Integer::sum) - 1) {
                return false;
            }
        }
        return true;
    }
}
