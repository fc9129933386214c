package org.covigie.bot.messaging;

import org.covigie.bot.people.Address;
import org.springframework.stereotype.Service;

@Service
public class Outbox {
    public void post(Post post) {
        throw new UnsupportedOperationException();
    }

    public void opened(Address chat) {
        throw new UnsupportedOperationException();
    }

    public void cancel(Address chat) {
        throw new UnsupportedOperationException();
    }

    public void moved(Address from, Address to) {
        throw new UnsupportedOperationException();
    }
}
