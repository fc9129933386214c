package org.covigie.bot.sandbox;

import org.covigie.bot.sandbox.telegram.TelegramStandIn;
import org.springframework.context.SmartLifecycle;

/** Opens the stand-in before the bot's channel looks for it, and closes it after the channel has stopped. */
final class SandboxLifecycle implements SmartLifecycle {

    private final TelegramStandIn standIn;
    private final Story story;

    SandboxLifecycle(TelegramStandIn standIn, Story story) {
        this.standIn = standIn;
        this.story = story;
    }

    @Override
    public void start() {
        standIn.start();
        story.begin();
    }

    @Override
    public void stop() {
        story.stop();
        standIn.stop();
    }

    @Override
    public boolean isRunning() {
        return standIn.isRunning();
    }

    @Override
    public int getPhase() {
        return -1000;
    }
}
