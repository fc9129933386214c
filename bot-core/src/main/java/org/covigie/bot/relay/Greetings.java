package org.covigie.bot.relay;

import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Role;
import org.covigie.bot.groups.CharterAccepted;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Member;
import org.covigie.bot.groups.Unlocked;
import org.covigie.bot.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the founder of a relayed group hears first, and whoever takes part from now on. */
@Component
class Greetings {
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Newcomers newcomers;

    Greetings(Groups groups, People people, Replies replies, Newcomers newcomers) {
        this.newcomers = newcomers;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
    }

    /** What comes next, in one message. */
    Line founder(GroupInfo group) {
        int version = groups.charterVersion(group.id());
        return Line.of("relay.open.done", group.title()).choices(
                Line.Choice.command("groups.charter.button", "/charte"),
                Line.Choice.command("groups.accept.button", "/consentir " + version));
    }

    @EventListener
    void on(Unlocked unlocked) {
        if (relayed(unlocked.group())) {
            GroupInfo group = groups.info(unlocked.group()).orElseThrow();
            tell(unlocked.person(), group, founder(group));
        }
    }

    /** The charter is accepted: from now on the person reads the others and is read. */
    @EventListener
    void on(CharterAccepted accepted) {
        Optional<Member> member = groups.member(accepted.group(), accepted.person())
                .filter(m -> m.holds(Role.MEMBER));
        if (member.isPresent() && relayed(accepted.group()) && newcomers.first(accepted.group(), accepted.person())) {
            GroupInfo group = groups.info(accepted.group()).orElseThrow();
            tell(accepted.person(), group, Line.of("relay.taking-part", group.title()));
            if (!member.get().holds(Role.ANIMATOR)) {
                people.byId(accepted.person()).ifPresent(newcomer -> newcomers.announce(group, newcomer));
            }
        }
    }

    private boolean relayed(long group) {
        return groups.find(group).map(Group::hosting).filter(Hosting.RELAYED::equals).isPresent();
    }

    private void tell(long person, GroupInfo group, Line line) {
        people.byId(person).ifPresent(reader -> replies.privately(reader, group, null, "relay.welcome", line,
                Languages.of(reader, null, group), true, null));
    }
}
