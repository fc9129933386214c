package org.covigie.bot.messaging;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an arrival says about the way out: a chat that opened, a group that moved. Leaves the rest of it to the others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Doors implements Handler {
    private final Outbox outbox;

    Doors(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public boolean handle(Incoming incoming) {
        switch (incoming) {
            case Incoming.PrivateChat chat when chat.open() -> outbox.opened(chat.chat());
            case Incoming.Said said when said.place() == Place.PRIVATE -> outbox.opened(said.chat());
            case Incoming.ChatMoved moved -> outbox.moved(moved.chat(), moved.to());
            default -> {
                return false;
            }
        }
        return false;
    }
}
