package org.covigie.bot.testing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.covigie.bot.messaging.Arrival;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outcome;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;

/** The channel in memory keeps the contract too; so the contract itself is tried here. */
class TestChannelContractTest extends ChannelContract {
    private final TestChannel channel = new TestChannel(InstantSource.system());

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected Address person() {
        return TestChannel.chat("7");
    }

    @Override
    protected Arrival reads(String externalId, String text) {
        return Sayings.arrival(externalId, new Incoming.Said(person(), Place.PRIVATE, Sayings.lea(), externalId, null,
                new Words(text), null, null, false, false, null, Sayings.NOON));
    }

    @Override
    protected void platformTakes() {}

    @Override
    protected void platformAsksToWait(Duration time) {
        channel.answers(person(), new Outcome.Later(time, "429"));
    }

    @Override
    protected void platformIsSilent() {
        channel.answers(person(), new Outcome.Unknown("timeout"));
    }

    @Override
    protected void personBlockedTheBot() {
        channel.answers(person(), new Outcome.Gone("403"));
    }

    @Override
    protected List<String> textsAtThePlatform() {
        return channel.texts(person());
    }
}
