package org.covigie.bot.relay;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Restraint;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;

/** Why a message was not passed on, to people who may well write many: not at each of them, since every answer costs. */
@Component
class Reminders {
    private static final Duration UNSIGNED = Duration.ofHours(1);
    private static final Duration STOPPED = Duration.ofDays(1);

    private final Replies replies;
    private final Outbox outbox;
    private final Texts texts;
    private final Restraint restraint;

    Reminders(Replies replies, Outbox outbox, Texts texts, Restraint restraint) {
        this.replies = replies;
        this.outbox = outbox;
        this.texts = texts;
        this.restraint = restraint;
    }

    /** The charter is not accepted yet. */
    void unsigned(Person person, GroupInfo group, Line line, Locale language) {
        if (restraint.allows("unsigned " + group.id() + " " + person.id(), UNSIGNED)) {
            replies.privately(person, group, null, "relay.answer", line, language, false, null);
        }
    }

    /** The person has stopped everything, and hears how to begin again: whoever reads nothing is not read either. */
    void stopped(Person person) {
        if (restraint.allows("stopped " + person.id(), STOPPED)) {
            outbox.despite(Post.of("relay.stopped", new Outgoing.Text(person.address(), null, null, null,
                    texts.rich(Line.of("relay.stopped"), Languages.of(person, null, null)), List.of())));
        }
    }
}
