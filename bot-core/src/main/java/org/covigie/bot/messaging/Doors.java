package org.covigie.bot.messaging;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an arrival says about the way out: a chat that opened, a group that moved. Leaves the rest of it to the others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Doors implements Handler {
    private final Outbox outbox;
    private final Channels channels;

    Doors(Outbox outbox, Channels channels) {
        this.outbox = outbox;
        this.channels = channels;
    }

    @Override
    public boolean handle(Incoming incoming) {
        switch (incoming) {
            case Incoming.PrivateChat chat when chat.open() -> outbox.opened(chat.chat());
            case Incoming.Said said when windowed(said) -> outbox.heard(said.sender().address(), said.at());
            case Incoming.Pressed pressed when windowed(pressed) ->
                outbox.heard(pressed.sender().address(), pressed.at());
            case Incoming.Said said when said.place() == Place.PRIVATE -> outbox.opened(said.chat());
            case Incoming.ChatMoved moved -> outbox.moved(moved.chat(), moved.to());
            default -> {
                return false;
            }
        }
        return false;
    }

    private boolean windowed(Incoming incoming) {
        return channels.on(incoming.chat().channel())
                && channels.of(incoming.chat()).capabilities().window() != null;
    }
}
