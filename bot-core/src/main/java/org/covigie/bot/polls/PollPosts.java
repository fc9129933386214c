package org.covigie.bot.polls;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Posted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears that a poll stands in its group, and that the platform has closed one. */
@Component
class PollPosts {
    private static final Pattern KEY = Pattern.compile("(poll|poll-end):(\\d{1,18})");

    private final Opening opening;
    private final Closing closing;

    PollPosts(Opening opening, Closing closing) {
        this.opening = opening;
        this.closing = closing;
    }

    @EventListener
    void on(Posted posted) {
        Matcher key = KEY.matcher(posted.once());
        if (!key.matches()) {
            return;
        }
        long id = Long.parseLong(key.group(2));
        if (key.group(1).equals("poll")) {
            opening.posted(id, posted.message(), posted.reference());
        } else {
            closing.ended(id, posted.reference());
        }
    }
}
