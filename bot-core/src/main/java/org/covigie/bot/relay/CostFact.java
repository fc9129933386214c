package org.covigie.bot.relay;

import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Money;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.GroupFact;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.Price;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a message to a relayed group costs now, and what the group has cost today, for {@code /groupe}. */
@Component
@Order(40)
class CostFact implements GroupFact {
    private final Groups groups;
    private final Relaying relaying;
    private final Spending spending;

    CostFact(Groups groups, Relaying relaying, Spending spending) {
        this.groups = groups;
        this.relaying = relaying;
        this.spending = spending;
    }

    @Override
    public Line about(long group) {
        Optional<GroupInfo> info = groups.find(group).filter(g -> g.hosting() == Hosting.RELAYED).map(Group::id)
                .flatMap(groups::info);
        return info.map(this::costs).orElseGet(Line::empty);
    }

    private Line costs(GroupInfo group) {
        Optional<Price> known = spending.price(group);
        if (known.isEmpty()) {
            return Line.empty();
        }
        Price price = known.get();
        // all who would receive it if somebody else wrote: the author of a line is no reader of it
        int readers = Math.max(0, relaying.readers(group.id(), 0).size() - 1);
        Line line = Line.of("relay.cost.line", Spending.money(price, Spending.cost(price, readers, 1)), readers,
                Spending.money(price, price.sent()), Spending.money(price, price.received()), price.asOf(),
                price.source());
        Money today = Spending.money(price, spending.today(group.id(), price));
        return spending.limit(group.id())
                .map(limit -> line.then("relay.cost.today", today, Spending.money(price, limit)))
                .orElseGet(() -> line.then("relay.cost.today.free", today));
    }
}
