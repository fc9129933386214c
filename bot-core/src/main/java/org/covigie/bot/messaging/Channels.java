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
        return named(address.channel());
    }

    Channel named(String name) {
        Channel channel = byName.get(name);
        if (channel == null) {
            throw new IllegalStateException("channel " + name + " is switched off");
        }
        return channel;
    }

    /** Those that are switched on. */
    List<Channel> all() {
        return List.copyOf(byName.values());
    }

    /** Whether this channel is switched on. */
    public boolean on(String channel) {
        return byName.containsKey(channel);
    }
}
