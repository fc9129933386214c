package org.covigie.bot.polls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.Chat;
import org.covigie.bot.testing.Database;
import org.covigie.bot.testing.House;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

class VoteEventsTest {
    @Test
    void whatIsNoVoteCostsNoTransaction() {
        try (House house = House.on(Database.H2)) {
            Actor claire = house.person("Claire");
            Chat group = house.group("Soignants", claire);
            VoteEvents votes = house.get(VoteEvents.class);
            Statistics opened = house.get(EntityManagerFactory.class).unwrap(SessionFactory.class).getStatistics();
            opened.setStatisticsEnabled(true);
            opened.clear();

            assertThat(votes.keep(claire.saying(group, null, "Bonjour à tous"))).isEmpty();
            assertThat(opened.getSessionOpenCount()).isZero();

            Incoming vote = new Incoming.Voted(claire.address(), claire.sender(), "p1", List.of(0),
                    house.clock().instant());
            assertThat(votes.keep(vote)).isEmpty();
            assertThat(opened.getSessionOpenCount()).isPositive();
        }
    }
}
