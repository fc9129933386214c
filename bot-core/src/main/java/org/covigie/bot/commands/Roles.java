package org.covigie.bot.commands;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.people.Address;

/** Who holds which role where; implemented by groups. */
public interface Roles {
    /** The group in this chat and what the person is in it; empty when no group is registered there. From the cache. */
    Optional<Membership> in(Address chat, Address person);

    /** Every group this person is a member of. Never from the cache: a role taken away is gone at the next command. */
    List<Membership> of(long person);

    /** As {@link #in}, never from the cache; whoever uses a command in a group becomes known to it as a member. */
    Optional<Membership> meet(Address chat, long person);
}
