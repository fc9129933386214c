package org.covigie.bot.mail;

import java.util.List;
import java.util.Set;
import org.covigie.bot.people.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What mail keeps of a person: the address they gave, sealed. What the operator has listed belongs to a body and stays. */
@Component
@Order(14)
class MailData implements PersonalData {
    private final Subscriptions subscriptions;

    MailData(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Set<String> keeps() {
        return Set.of("mail_subscription.person_id", "mail_subscription.address", "mail_subscription.address_print",
                "mail_subscription.token_print");
    }

    @Override
    public List<Datum> export(long person) {
        return subscriptions.of(person).stream()
                .map(one -> new Datum("mail.data." + one.status().name(), List.of(one.address().masked(), one.since())))
                .toList();
    }

    @Override
    public void forget(long person) {
        subscriptions.leave(person);
    }
}
