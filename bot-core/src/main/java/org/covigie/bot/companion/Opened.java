package org.covigie.bot.companion;

import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Unlocked;
import org.covigie.bot.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A companion group opens by the installation's creation code: its animator learns what comes next. */
@Component
class Opened {
    private final Companions companions;
    private final Groups groups;
    private final People people;
    private final Replies replies;

    Opened(Companions companions, Groups groups, People people, Replies replies) {
        this.companions = companions;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
    }

    @EventListener
    void on(Unlocked unlocked) {
        if (companions.is(unlocked.group())) {
            groups.info(unlocked.group()).ifPresent(group -> people.byId(unlocked.person())
                    .ifPresent(person -> replies.privately(person, group, null, "registration",
                            Line.of("companion.registered", group.title()), Languages.of(person, null, group), true,
                            null)));
        }
    }
}
