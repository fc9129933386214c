package org.covigie.bot.groups;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the gate who is what. */
@Component
@Transactional
class GroupRoles implements Roles {
    private final GroupRows groups;
    private final MemberRows members;
    private final People people;
    private final Groups house;
    private final RoleCache cache;
    private final Vault vault;

    GroupRoles(GroupRows groups, MemberRows members, People people, Groups house, RoleCache cache, Vault vault) {
        this.groups = groups;
        this.members = members;
        this.people = people;
        this.house = house;
        this.cache = cache;
        this.vault = vault;
    }

    /** Without a transaction of its own: what the cache knows needs no connection. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Membership> in(Address chat, Address person) {
        return cache.get(chat, person, () -> row(chat).map(group -> people.find(person)
                .flatMap(p -> members.findByGroupIdAndPersonId(group.id, p.id())).map(m -> membership(group, m))
                .orElseGet(() -> new Membership(info(group, vault), null, Set.of()))));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Membership> of(long person) {
        return members.findByPersonIdOrderByGroupId(person).stream().filter(m -> m.leftAt == null)
                .flatMap(m -> groups.findById(m.groupId).filter(g -> g.goneAt == null).map(g -> membership(g, m))
                        .stream())
                .toList();
    }

    @Override
    public Optional<Membership> meet(Address chat, long person) {
        return row(chat).map(group -> {
            if (group.hosting != Hosting.NATIVE) {
                // nobody comes into a group of the house's but by a decision
                return members.findByGroupIdAndPersonId(group.id, person).map(m -> membership(group, m))
                        .orElseGet(() -> new Membership(info(group, vault), null, Set.of()));
            }
            Member member = house.enrol(group.id, person);
            return new Membership(info(group, vault), member.number(), member.roles());
        });
    }

    private Optional<GroupRow> row(Address chat) {
        return groups.findByChannelAndChatPrint(chat.channel(), vault.fingerprint(chat.key()));
    }

    private Membership membership(GroupRow group, MemberRow member) {
        return new Membership(info(group, vault), member.number, member.roles());
    }

    static GroupInfo info(GroupRow group, Vault vault) {
        return new GroupInfo(group.id, new Address(group.channel, vault.openText(group.chat)), group.title,
                group.purpose == Purpose.SUPPORT, group.locked, Locale.of(group.language), group.memberLimit);
    }
}
