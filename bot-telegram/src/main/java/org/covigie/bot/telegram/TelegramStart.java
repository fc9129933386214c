package org.covigie.bot.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.covigie.bot.messaging.Menu;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What the bot tells Telegram about itself at each start: asks who it is, sets the webhook in that mode, and the menus.
 * Each is tried until it succeeds, beside the start and never holding it up; all may be repeated without harm.
 */
final class TelegramStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramStart.class);

    private final TelegramApi api;
    private final Self self;
    private final TelegramProperties properties;
    private final String publicUrl;
    private final Supplier<@Nullable Menu> menu;
    private final Pace pace;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    TelegramStart(TelegramApi api, Self self, TelegramProperties properties, String publicUrl,
            Supplier<@Nullable Menu> menu, Pace pace) {
        this.api = api;
        this.self = self;
        this.properties = properties;
        this.publicUrl = publicUrl.strip().replaceAll("/+$", "");
        this.menu = menu;
        this.pace = pace;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("telegram-start").start(this::run);
    }

    private void run() {
        try {
            untilDone("getMe", self::ask, false);
            if (properties.webhook()) {
                untilDone("setWebhook (COVIGIE_PUBLIC_URL)", () -> api.call(webhook()), false);
            }
            for (Call call : menus()) {
                untilDone(call.getMethod(), () -> api.call(call), true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Telegram: {} at the start", e.getClass().getName());
        }
    }

    /** @param dispensable whether a refusal for good ends it */
    private void untilDone(String what, Supplier<Answer> step, boolean dispensable) throws InterruptedException {
        Backoff backoff = pace.backoff();
        boolean told = false;
        while (stopped.getCount() > 0) {
            Answer answer = step.get();
            if (answer instanceof Answer.Done) {
                return;
            }
            Duration pause = backoff.next();
            if (answer instanceof Answer.Denied denied) {
                boolean token = TelegramApi.refusesToken(denied);
                Duration asked = denied.retryAfter();
                pause = token ? pace.refused() : asked == null ? pause : asked;
                if (!token && asked == null && !told) {
                    LOG.warn("Telegram: {} refused: {}", what, Outcomes.slug(denied.description()));
                    told = true;
                }
                if (dispensable && !token && denied.code() == 400) {
                    return;
                }
            }
            if (answer instanceof Answer.Unfit) {
                LOG.warn("Telegram: {} is not fit to be sent", what);
                return;
            }
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** core.telegram.org/bots/api#setwebhook; what waits at Telegram is not dropped. */
    private Call webhook() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("url", publicUrl + TelegramWebhook.PATH);
        parameters.put("secret_token", properties.webhookSecret());
        parameters.put("allowed_updates", Updates.KINDS);
        parameters.put("max_connections", 40);
        return Call.of("setWebhook", parameters);
    }

    /** core.telegram.org/bots/api#setmycommands: French is what everybody sees whose language has no menu of its own. */
    private List<Call> menus() {
        Menu entries = menu.get();
        List<Call> calls = new ArrayList<>();
        if (entries != null) {
            for (Menu.Scope scope : Menu.Scope.values()) {
                calls.addAll(menu(entries, scope, Locale.FRENCH, null));
                calls.addAll(menu(entries, scope, Locale.ENGLISH, "en"));
            }
        }
        return calls;
    }

    private static List<Call> menu(Menu menu, Menu.Scope scope, Locale language, @Nullable String code) {
        List<Map<String, String>> commands = menu.entries(scope, language).stream().limit(100)
                .map(entry -> Map.of("command", entry.word(), "description", entry.description())).toList();
        if (commands.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("commands", commands);
        parameters.put("scope", Map.of("type", switch (scope) {
            case PRIVATE -> "all_private_chats";
            case GROUP -> "all_group_chats";
            case GROUP_ADMINISTRATORS -> "all_chat_administrators";
        }));
        if (code != null) {
            parameters.put("language_code", code);
        }
        return List.of(Call.of("setMyCommands", parameters));
    }

    @Override
    public void stop() {
        stopped.countDown();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
