package org.covigie.bot.messaging;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;

/** The channels that are switched on, by name. */
@Component
public class Channels {
    private final Map<String, Channel> byName;

    public Channels(List<Channel> channels) {
        byName = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    }

    /** The channel of an address; fails when that channel is switched off. */
    public Channel of(Address address) {
        Channel channel = byName.get(address.channel());
        if (channel == null) {
            throw new IllegalStateException("channel " + address.channel() + " is switched off");
        }
        return channel;
    }

    /** Whether this channel is switched on. */
    public boolean on(String channel) {
        return byName.containsKey(channel);
    }
}
