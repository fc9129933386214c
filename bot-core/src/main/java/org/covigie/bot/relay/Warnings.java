package org.covigie.bot.relay;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Price;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;

/** Watches what a group costs in a day: the animator is told at four fifths of the limit, and everybody concerned at its end. */
@Component
class Warnings {
    private static final BigDecimal MUCH = new BigDecimal("0.8");

    private final Spending spending;
    private final Groups groups;
    private final People people;
    private final Replies replies;

    Warnings(Spending spending, Groups groups, People people, Replies replies) {
        this.spending = spending;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
    }

    /** Whether one message received and so many sent stay within today's limit. */
    boolean affordable(GroupInfo group, int sent) {
        Optional<Price> price = spending.price(group);
        Optional<BigDecimal> limit = spending.limit(group.id());
        return price.isEmpty() || limit.isEmpty() || spending.today(group.id(), price.get())
                .add(Spending.cost(price.get(), sent, 1)).compareTo(limit.get()) <= 0;
    }

    /** Tells the animator once a day that little is left. */
    void spent(GroupInfo group) {
        Optional<Price> price = spending.price(group);
        Optional<BigDecimal> limit = spending.limit(group.id());
        if (price.isPresent() && limit.isPresent()) {
            BigDecimal today = spending.today(group.id(), price.get());
            if (today.compareTo(limit.get().multiply(MUCH)) >= 0) {
                animator(group, "relay.limit.near", limit.get(), today, price.get());
            }
        }
    }

    /** Tells the author that the message was not passed on, and the animator that nothing is any more today; each once a day. */
    void exhausted(GroupInfo group, Person author) {
        Price price = spending.price(group).orElseThrow();
        BigDecimal limit = spending.limit(group.id()).orElseThrow();
        replies.privately(author, group, null, "relay.limit", Line.of("relay.limit.author", group.title()),
                Languages.of(author, null, group), false, key("author", group, limit) + ":" + author.id());
        animator(group, "relay.limit.reached", limit, spending.today(group.id(), price), price);
    }

    private void animator(GroupInfo group, String key, BigDecimal limit, BigDecimal today, Price price) {
        groups.animator(group.id()).flatMap(member -> people.byId(member.person())).ifPresent(animator -> {
            Locale language = Languages.of(animator, null, group);
            replies.privately(animator, group, null, "relay.limit",
                    Line.of(key, group.title(), Spending.money(price, today), Spending.money(price, limit)), language,
                    true,
                    key(key, group, limit));
        });
    }

    /** A limit that is changed is one of which nobody has been told yet. */
    private String key(String what, GroupInfo group, BigDecimal limit) {
        return what + ":" + group.id() + ":" + spending.day() + ":" + limit.stripTrailingZeros().toPlainString();
    }
}
