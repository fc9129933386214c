package org.covigie.bot.relay;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.CommandReader;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Windows;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out for which relayed group something is meant that somebody wrote to the bot. */
@Component
@Transactional(readOnly = true)
class Routes {
    private final Channels channels;
    private final CommandReader reader;
    private final Roles roles;
    private final Groups groups;
    private final People people;
    private final Originals originals;
    private final Windows windows;

    Routes(Channels channels, CommandReader reader, Roles roles, Groups groups, People people, Originals originals,
            Windows windows) {
        this.windows = windows;
        this.channels = channels;
        this.reader = reader;
        this.roles = roles;
        this.groups = groups;
        this.people = people;
        this.originals = originals;
    }

    /** Whether people only ever write to the bot itself there. */
    boolean hosted(Address chat) {
        return channels.on(chat.channel()) && channels.of(chat).capabilities().hosted();
    }

    /** Whether this was written to the bot itself, by somebody, where groups are kept by the house. */
    boolean toTheBot(Incoming.Said said) {
        return said.place() == Place.PRIVATE && !said.sender().bot() && hosted(said.chat());
    }

    /** The relayed group in this chat. */
    Optional<GroupInfo> relayed(Address chat, Address person) {
        return hosted(chat) && channels.of(chat).group(chat)
                ? roles.in(chat, person).map(Membership::group).filter(this::relayed)
                : Optional.empty();
    }

    private boolean relayed(GroupInfo group) {
        return groups.find(group.id()).filter(g -> g.hosting() == Hosting.RELAYED && !g.gone()).isPresent();
    }

    /** Where a message belongs that is no command. */
    Route of(Incoming.Said said) {
        // a forwarded message with nothing in it, a contact card: nothing that could be passed on
        if (!toTheBot(said) || said.text().isEmpty() && said.attached().isEmpty()
                || reader.isCommand(said.chat(), said.text().text())) {
            return new Route.Nowhere();
        }
        return people.find(said.sender().address()).map(person -> of(said, person)).orElseGet(Route.Nowhere::new);
    }

    /** The same for a message whose words may have been left out already. */
    Route of(Incoming.Said said, Person person) {
        List<Membership> all = roles.of(person.id());
        List<GroupInfo> mine = all.stream().filter(m -> !m.group().locked()).map(Membership::group)
                .filter(this::relayed).toList();
        if (mine.isEmpty() || perhapsCode(said, all)) {
            return new Route.Nowhere();
        }
        if (stopped(person)) {
            return new Route.Stopped();
        }
        Quoted quoted = said.replyTo();
        if (quoted != null) {
            List<Long> behind = originals.behind(said.chat().channel(), quoted.message()).stream()
                    .map(Originals.Original::group).distinct().toList();
            List<GroupInfo> there = mine.stream().filter(group -> behind.contains(group.id())).toList();
            if (behind.isEmpty()) {
                // an answer to the bot itself, or to a copy of long ago: it must not reach people it was not meant for
                return new Route.Lost();
            }
            return there.isEmpty() ? new Route.Nowhere() : among(there, person);
        }
        Optional<Group> meant = groups.meant(person);
        if (meant.isPresent()) {
            long id = meant.get().id();
            return among(mine.stream().filter(group -> group.id() == id).toList(), person);
        }
        return among(mine, person);
    }

    /** Whether this person wants nothing more from the bot. */
    boolean stopped(Person person) {
        return windows.reach(person.address()) == Windows.Reach.STOPPED;
    }

    private Route among(List<GroupInfo> possible, Person person) {
        if (possible.isEmpty()) {
            return new Route.Nowhere();
        }
        if (possible.size() > 1) {
            return new Route.Which(possible);
        }
        GroupInfo group = possible.getFirst();
        return groups.acceptedCharter(group.id(), person.id()) ? new Route.To(group) : new Route.Unsigned(group);
    }

    /** Whoever still owes the creation code may have mistyped it, and it must not be shown to a group. */
    private static boolean perhapsCode(Incoming.Said said, List<Membership> all) {
        return said.text().text().strip().chars().noneMatch(Character::isWhitespace) && said.attached().isEmpty()
                && all.stream().anyMatch(m -> m.group().locked() && m.holds(Role.ANIMATOR));
    }

    /** The originals behind a reply, in groups in which this person is. */
    List<Originals.Original> behind(Incoming.Said said) {
        Quoted quoted = said.replyTo();
        return quoted == null
                ? List.of()
                : originals.behind(said.chat().channel(), quoted.message()).stream()
                        .filter(original -> chat(original, said.sender().address()).isPresent()).toList();
    }

    /** The chat of the original's group, if this person is in it. */
    Optional<Address> chat(Originals.Original original, Address person) {
        return groups.info(original.group()).filter(group -> !group.locked()).map(GroupInfo::chat)
                .filter(chat -> roles.in(chat, person).filter(m -> m.holds(Role.MEMBER)).isPresent());
    }

    /** Whether this person may read the words of others in order to tag them. */
    boolean tags(Address chat, Address person) {
        return roles.in(chat, person).filter(m -> m.holds(Role.CORRESPONDENT) && !m.group().support()).isPresent();
    }

    Optional<Person> author(Originals.Original original) {
        return people.byId(original.author());
    }
}
