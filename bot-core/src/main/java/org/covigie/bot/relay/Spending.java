package org.covigie.bot.relay;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Money;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Price;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What relaying costs a group, day by day, and how much it may cost. */
@Component
@Transactional
class Spending {
    private static final int KEPT_DAYS = 62;

    private final JdbcClient db;
    private final Channels channels;
    private final RelaySettings settings;
    private final InstantSource clock;

    Spending(JdbcClient db, Channels channels, RelaySettings settings, InstantSource clock) {
        this.db = db;
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a message costs on the group's channel; empty where nothing has to be paid. */
    Optional<Price> price(GroupInfo group) {
        return channels.on(group.chat().channel())
                ? Optional.ofNullable(channels.of(group.chat()).price())
                : Optional.empty();
    }

    /** What the group may cost in a day: what its animator has set, never more than the operator allows. */
    Optional<BigDecimal> limit(long group) {
        Optional<BigDecimal> own = db.sql("select amount from relay_budget where group_id = :group")
                .param("group", group).query(BigDecimal.class).optional();
        Optional<BigDecimal> most = settings.limit();
        return own.isPresent() && most.isPresent() ? Optional.of(own.get().min(most.get())) : own.or(() -> most);
    }

    /** The animator's own limit from now on; empty takes it back. */
    void limit(long group, Optional<BigDecimal> amount) {
        db.sql("delete from relay_budget where group_id = :group").param("group", group).update();
        amount.ifPresent(own -> db.sql("insert into relay_budget (group_id, amount) values (:group, :amount)")
                .param("group", group).param("amount", own).update());
    }

    /** What the group has cost today. */
    BigDecimal today(long group, Price price) {
        return db.sql("select sent, received from relay_spending where group_id = :group and spent_on = :day")
                .param("group", group).param("day", day())
                .query((row, n) -> cost(price, row.getInt("sent"), row.getInt("received"))).optional()
                .orElse(BigDecimal.ZERO);
    }

    /** What so many messages cost. */
    static BigDecimal cost(Price price, int sent, int received) {
        return price.sent().multiply(BigDecimal.valueOf(sent))
                .add(price.received().multiply(BigDecimal.valueOf(received)));
    }

    /** An amount in the currency of this price. */
    static Money money(Price price, BigDecimal amount) {
        return new Money(amount, price.currency());
    }

    /** From here to the end of the transaction nobody else counts what this group has cost today. */
    void lock(long group) {
        db.sql("insert into relay_spending (group_id, spent_on, sent, received) values (:group, :day, 0, 0) "
                + "on conflict do nothing").param("group", group).param("day", day()).update();
        db.sql("select sent from relay_spending where group_id = :group and spent_on = :day for update")
                .param("group", group).param("day", day()).query(Integer.class).single();
    }

    void count(long group, int sent, int received) {
        db.sql("update relay_spending set sent = sent + :sent, received = received + :received "
                + "where group_id = :group and spent_on = :day").param("sent", sent).param("received", received)
                .param("group", group).param("day", day()).update();
    }

    LocalDate day() {
        return clock.instant().atZone(settings.zone()).toLocalDate();
    }

    void purge() {
        db.sql("delete from relay_spending where spent_on < :day").param("day", day().minusDays(KEPT_DAYS)).update();
    }
}
