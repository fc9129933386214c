package org.covigie.bot.groups;

import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a group, once, what becomes of it when its animator has left. */
@Component
class Succession {
    private final Groups groups;
    private final People people;
    private final Somebody somebody;
    private final Replies replies;

    Succession(Groups groups, People people, Somebody somebody, Replies replies) {
        this.groups = groups;
        this.people = people;
        this.somebody = somebody;
        this.replies = replies;
    }

    @EventListener
    void on(AnimatorLeft left) {
        GroupInfo group = groups.info(left.group()).orElseThrow();
        if (group.locked()) {
            // nobody has been greeted here yet
            return;
        }
        Long heir = left.heir();
        if (heir == null) {
            replies.inGroup(group, null, "animator", Line.of("groups.succession.nobody"), true, null);
            return;
        }
        replies.inGroup(group, null, "animator",
                Line.of("groups.succession", somebody.name(group.id(), heir)), true, null);
        people.byId(heir).ifPresent(person -> replies.privately(person, group, null, "role",
                Line.of("groups.succession.heir", group.title()), Languages.of(person, null, group), true, null));
    }
}
