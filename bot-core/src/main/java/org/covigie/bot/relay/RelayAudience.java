package org.covigie.bot.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Audience;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the bot says to a relayed group goes to each of its members, those who take no copies among them. */
@Component
@Transactional(readOnly = true)
class RelayAudience implements Audience {
    private final Routes routes;
    private final Groups groups;
    private final People people;

    RelayAudience(Routes routes, Groups groups, People people) {
        this.routes = routes;
        this.groups = groups;
        this.people = people;
    }

    @Override
    public List<Post> each(Post toGroup) {
        Address chat = toGroup.outgoing().to();
        Optional<GroupInfo> group = routes.relayed(chat, chat);
        List<Post> copies = new ArrayList<>();
        group.ifPresent(info -> {
            for (Member member : groups.members(info.id())) {
                people.byId(member.person()).ifPresent(person -> {
                    Outgoing copy = toGroup.outgoing().alone(person.address());
                    if (copy != null) {
                        copies.add(new Post(copy, toGroup.kind(), toGroup.must(),
                                toGroup.once() == null ? null : Post.own(toGroup.once(), person.id()),
                                toGroup.awaits(), null, toGroup.chatter(), toGroup.opening(), toGroup.variables(),
                                toGroup.notBefore()));
                    }
                });
            }
        });
        return copies;
    }
}
