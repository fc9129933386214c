package org.covigie.bot.relay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down under which id of the platform's a copy has left, so that a reply to it finds the original. */
@Component
class CopiesSent {
    private static final Pattern KEY = Pattern.compile("^relay:\\d{1,18}:(\\d{1,18}):(\\d{1,18})(?:[.#]\\d{1,4})*$");

    private final Originals originals;
    private final People people;

    CopiesSent(Originals originals, People people) {
        this.originals = originals;
        this.people = people;
    }

    @EventListener
    void on(Posted posted) {
        Matcher key = KEY.matcher(posted.once());
        String message = posted.message();
        if (message != null && key.matches()) {
            long person = Long.parseLong(key.group(2));
            people.byId(person).ifPresent(reader -> originals.sent(Long.parseLong(key.group(1)), person,
                    reader.address().channel(), message));
        }
    }
}
