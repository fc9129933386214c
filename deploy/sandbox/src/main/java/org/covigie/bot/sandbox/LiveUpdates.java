package org.covigie.bot.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.covigie.bot.sandbox.telegram.World;
import org.covigie.bot.sandbox.twilio.TwilioStandIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages that something changed, many changes at once; they fetch the state themselves. */
@OnlyInSandbox
@Component
class LiveUpdates implements SmartLifecycle {

    private static final int MOST_PAGES = 50;
    private static final long GATHER_MILLIS = 60;
    private static final long HEARTBEAT_SECONDS = 15;

    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();
    private final Semaphore changed = new Semaphore(0);
    private volatile @Nullable Thread teller;

    LiveUpdates(World world, ObjectProvider<TwilioStandIn> telephones) {
        world.onChange(changed::release);
        telephones.ifAvailable(standIn -> standIn.world().onChange(changed::release));
    }

    SseEmitter open() {
        if (pages.size() >= MOST_PAGES) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(error -> pages.remove(page));
        pages.add(page);
        tell(page, "open");
        return page;
    }

    @Override
    public void start() {
        teller = Thread.ofVirtual().name("sandbox-live-updates").start(this::run);
    }

    /** Open streams would hold up a graceful shutdown. */
    @Override
    public void stop() {
        Thread thread = teller;
        if (thread != null) {
            thread.interrupt();
            teller = null;
        }
        pages.forEach(SseEmitter::complete);
        pages.clear();
    }

    @Override
    public boolean isRunning() {
        return teller != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean real = changed.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (real) {
                    TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                    changed.drainPermits();
                }
                pages.forEach(page -> tell(page, real ? "changed" : "beat"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(SseEmitter page, String what) {
        try {
            page.send(SseEmitter.event().name(what).data("{}"));
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
        }
    }
}
