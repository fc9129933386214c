package org.covigie.bot.messaging;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class Inbox {
    public void accept(String channel, List<Arrival> batch) {
        throw new UnsupportedOperationException();
    }
}
