package org.covigie.bot.sandbox;

import org.covigie.bot.sandbox.twilio.TwilioStandIn;
import org.springframework.context.SmartLifecycle;

/** Opens the stand-in before the bot's channel looks for it, and closes it after the channel has stopped. */
final class TelephonesLifecycle implements SmartLifecycle {

    private final TwilioStandIn standIn;
    private final Telephones telephones;

    TelephonesLifecycle(TwilioStandIn standIn, Telephones telephones) {
        this.standIn = standIn;
        this.telephones = telephones;
    }

    @Override
    public void start() {
        standIn.start();
        telephones.begin();
    }

    @Override
    public void stop() {
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
