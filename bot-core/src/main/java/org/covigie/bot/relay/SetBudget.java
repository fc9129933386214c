package org.covigie.bot.relay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Money;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.Price;
import org.springframework.stereotype.Component;

/** {@code /plafond N}: what the group may spend in a day; alone it says what holds, {@code non} goes back to the operator's. */
@Component
class SetBudget implements Command {
    private static final Set<String> NO = Set.of("non", "no", "off", "-");

    private final Spending spending;
    private final RelaySettings settings;
    private final Groups groups;
    private final Journal journal;

    SetBudget(Spending spending, RelaySettings settings, Groups groups, Journal journal) {
        this.journal = journal;
        this.spending = spending;
        this.settings = settings;
        this.groups = groups;
    }

    @Override
    public String key() {
        return "budget";
    }

    @Override
    public List<String> words() {
        return List.of("plafond", "budget");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public boolean hosted() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        GroupInfo group = ask.group();
        Optional<Price> price = spending.price(group);
        if (price.isEmpty() || groups.find(group.id()).filter(g -> g.hosting() == Hosting.RELAYED).isEmpty()) {
            return Answer.privately(price.isEmpty() ? "relay.budget.free" : "relay.only");
        }
        String typed = ask.args().strip().toLowerCase(java.util.Locale.ROOT);
        if (typed.isEmpty()) {
            return state(group, price.get());
        }
        if (NO.contains(typed)) {
            spending.limit(group.id(), Optional.empty());
            journal.note(group.id(), "budget-dropped", ask.who().id(), null, "");
            return state(group, price.get());
        }
        if (!typed.matches("\\d{1,6}([.,]\\d{1,2})?")) {
            return Answer.privately("relay.budget.number");
        }
        BigDecimal amount = new BigDecimal(typed.replace(',', '.'));
        Optional<BigDecimal> most = settings.limit();
        if (amount.signum() == 0 || most.isPresent() && amount.compareTo(most.get()) > 0) {
            return most.isPresent()
                    ? Answer.privately("relay.budget.most", Spending.money(price.get(), most.get()))
                    : Answer.privately("relay.budget.number");
        }
        spending.limit(group.id(), Optional.of(amount));
        journal.note(group.id(), "budget", ask.who().id(), null,
                amount.setScale(2).toPlainString() + " " + price.get().currency());
        return state(group, price.get());
    }

    private Answer state(GroupInfo group, Price price) {
        Money today = Spending.money(price, spending.today(group.id(), price));
        return spending.limit(group.id())
                .map(limit -> Answer.privately("relay.budget.state", group.title(), Spending.money(price, limit),
                        today))
                .orElseGet(() -> Answer.privately("relay.budget.none", group.title(), today));
    }
}
