package org.covigie.bot.messaging;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;

@Component
public class Recent {
    public void remember(Address chat, Quoted message) {
        throw new UnsupportedOperationException();
    }

    public Optional<Quoted> find(Address chat, String message) {
        throw new UnsupportedOperationException();
    }

    public List<Quoted> following(Address chat, String message, int most) {
        throw new UnsupportedOperationException();
    }

    public List<Quoted> album(Address chat, String album) {
        throw new UnsupportedOperationException();
    }
}
