package org.covigie.bot.app;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.groups.Founding;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A relayed group of many, made within the house: sixty requests and decisions would keep one animator's telephone busy for a
 * quarter of an hour at the rate WhatsApp allows, and even four people are then no longer free to be written to at once.
 */
record RelayedCrowd(long group, Telephone founder, List<Telephone> others) {
    static RelayedCrowd open(Installation house, String title, int size) {
        Telephone founder = Telephone.of(house, "Claire Quemeneur");
        long group = house.get(Founding.class).found(reachable(house, founder), title, Hosting.RELAYED, null,
                Locale.FRENCH).id();
        RelayedCrowd crowd = new RelayedCrowd(group, founder, new ArrayList<>());
        crowd.signs(house, founder);
        for (int n = 1; n < size; n++) {
            crowd.letsIn(house, Telephone.of(house, "Membre " + n));
        }
        crowd.settles(house);
        return crowd;
    }

    /** As if approved, with the charter accepted. */
    void letsIn(Installation house, Telephone one) {
        long person = reachable(house, one).id();
        house.get(Groups.class).enrol(group, person);
        // the others have read of it before
        house.get(JdbcClient.class).sql("insert into relay_entry (group_id, person_id) values (:group, :person)")
                .param("group", group).param("person", person).update();
        signs(house, one);
        others.add(one);
    }

    /** Until everybody has been welcomed, and nothing of it is under way. */
    void settles(Installation house) {
        JdbcClient db = house.get(JdbcClient.class);
        await().atMost(Telephone.PATIENCE).until(() -> house.twilio().world().underWay() == 0
                && db.sql("select count(*) from inbox where status = 'WAITING'").query(Long.class).single() == 0
                && db.sql("select count(*) from outbox where kind = 'relay.welcome' and final_at is null")
                        .query(Long.class).single() == 0);
    }

    private void signs(Installation house, Telephone one) {
        house.get(Groups.class).consent(group, reachable(house, one).id(), true);
    }

    /** Known, with an open window. */
    private static Person reachable(Installation house, Telephone one) {
        // what arrives empty opens the window, and the bot does not answer it
        one.person().reacts();
        Address address = new Address("whatsapp", one.person().address());
        house.get(Outbox.class).heard(address, Instant.now());
        return house.get(People.class).acted(
                new Sender(address, new Words(one.person().name()), null, "fr", false, false));
    }
}
