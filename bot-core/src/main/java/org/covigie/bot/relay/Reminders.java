package org.covigie.bot.relay;

import java.time.Duration;
import java.util.Locale;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.messaging.Restraint;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;

/** Why a message was not passed on, to people who may well write many: not at each of them, since every answer costs. */
@Component
class Reminders {
    private static final Duration UNSIGNED = Duration.ofHours(1);

    private final Replies replies;
    private final Restraint restraint;

    Reminders(Replies replies, Restraint restraint) {
        this.replies = replies;
        this.restraint = restraint;
    }

    /** The charter is not accepted yet. */
    void unsigned(Person person, GroupInfo group, Line line, Locale language) {
        if (restraint.allows("unsigned " + group.id() + " " + person.id(), UNSIGNED)) {
            replies.privately(person, group, null, "relay.answer", line, language, false, null);
        }
    }
}
