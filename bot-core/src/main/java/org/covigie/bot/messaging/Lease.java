package org.covigie.bot.messaging;

import java.time.Duration;
import org.springframework.stereotype.Service;

@Service
public class Lease {
    public boolean hold(String name, Duration duration) {
        throw new UnsupportedOperationException();
    }

    public void release(String name) {
        throw new UnsupportedOperationException();
    }
}
