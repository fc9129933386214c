package org.covigie.bot.whatsapp;

import com.twilio.rest.content.v1.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates made here, by Twilio's Content API (twilio.com/docs/content/content-api-resources). Each is looked up before it
 * is made, as another instance or an earlier start may have made it, and then remembered. While that fails or takes long choices
 * are numbered in the text, so nothing waits for it. Thread-safe.
 */
final class Contents {
    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);
    private static final Duration REFUSED = Duration.ofHours(1);
    private static final Duration AWAY = Duration.ofMinutes(1);
    /** How long a message waits while another one is making the template that both need. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TwilioApi api;
    private final InstantSource clock;
    private final Map<String, String> sids = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> asking = new ConcurrentHashMap<>();
    private volatile Instant notBefore = Instant.MIN;
    private volatile boolean listed;

    Contents(TwilioApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** The SID of the template, made when there is none; null while there can be none. */
    @Nullable
    String sid(Template template) {
        if (paused()) {
            return null;
        }
        String name = template.friendlyName();
        String known = sids.get(name);
        if (known != null) {
            return known;
        }
        // one asks for each template, and no other template's messages stand behind a slow answer
        ReentrantLock lock = asking.computeIfAbsent(name, any -> new ReentrantLock());
        if (!taken(lock)) {
            return null;
        }
        try {
            return paused() ? null : found(template);
        } finally {
            lock.unlock();
        }
    }

    private static boolean taken(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean paused() {
        return clock.instant().isBefore(notBefore);
    }

    private @Nullable String found(Template template) {
        String name = template.friendlyName();
        if (!sids.containsKey(name) && !listed && !list()) {
            return null;
        }
        String known = sids.get(name);
        return known == null ? make(template) : known;
    }

    /** Twilio did not take a template of ours: for an hour choices are numbered, then all are looked up anew. */
    void refused() {
        pause(REFUSED);
        listed = false;
        sids.clear();
    }

    private boolean list() {
        switch (api.contents()) {
            case Answer.Done<List<Content>>(List<Content> all) -> {
                for (Content content : all) {
                    if (content.getFriendlyName() != null && content.getSid() != null) {
                        sids.putIfAbsent(content.getFriendlyName(), content.getSid());
                    }
                }
                listed = true;
            }
            case Answer.Failed<List<Content>>(Answer.Failure why) -> failed(why);
        }
        return listed;
    }

    private @Nullable String make(Template template) {
        return switch (api.create(template.request())) {
            case Answer.Done<Content>(Content made) when made.getSid() != null -> {
                sids.put(template.friendlyName(), made.getSid());
                yield made.getSid();
            }
            case Answer.Done<Content> none -> failed(new Answer.Failure.Lost("no-sid"));
            case Answer.Failed<Content>(Answer.Failure why) -> failed(why);
        };
    }

    private @Nullable String failed(Answer.Failure why) {
        // what may have been made is found by the next listing
        listed = false;
        boolean refused = why instanceof Answer.Failure.Denied denied && denied.status() < 500
                && denied.status() != 429;
        pause(refused ? REFUSED : AWAY);
        return null;
    }

    private void pause(Duration time) {
        notBefore = clock.instant().plus(time);
        LOG.warn("WhatsApp: no buttons for {} min, choices are numbered: Twilio’s Content API does not take them",
                time.toMinutes());
    }
}
