package org.covigie.bot.relay;

import org.covigie.bot.messaging.Windows;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;

/** As the way out sees it. */
@Component
class WindowsReach implements Reach {
    private final Windows windows;

    WindowsReach(Windows windows) {
        this.windows = windows;
    }

    @Override
    public State of(Address person) {
        return switch (windows.reach(person)) {
            case OPEN -> State.OPEN;
            case SHUT -> State.SHUT;
            case STOPPED -> State.STOPPED;
            case GONE -> State.GONE;
        };
    }
}
