package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.synthesis.News;
import org.covigie.bot.synthesis.Syntheses;
import org.junit.jupiter.api.Test;

class WeeklyDigestTest extends Conversation {
    @Test
    void theAnimatorHearsOnMondayMorningWhatBecameOfTheWeekAndOnlyOnce() {
        set(next(DayOfWeek.TUESDAY).withHour(10));
        ready("Plus de vaccin coqueluche", "/p");
        tagged("Gants introuvables", "/p");
        julie.writes("/publier 1");
        house.settles();
        UUID published = house.signals(group).stream().filter(signal -> signal.number() == 1).findFirst().orElseThrow()
                .id();
        house.get(Syntheses.class).receive(new News("ext-" + house.nextId(), "Vaccins", null,
                "https://covigie.example/synthese-1", Locale.FRENCH, List.of(published), List.of(house.id(group)),
                false, false));
        for (int i = 0; i < 2; i++) {
            house.clock().advance(Duration.ofSeconds(6));
            house.ticks("syntheses");
            house.settles();
        }

        ZonedDateTime monday = next(DayOfWeek.MONDAY);
        set(monday.withHour(7).withMinute(50));
        told();
        assertThat(digests()).isEmpty();
        set(monday.withHour(8).withMinute(5));
        told();
        house.clock().advance(Duration.ofMinutes(11));
        told();
        set(monday.withHour(15));
        told();

        assertThat(digests()).singleElement().satisfies(file -> {
            assertThat(file.to()).isEqualTo(claire.address());
            assertThat(file.picture()).isTrue();
            assertThat(file.caption().text())
                    .contains("Semaine du ", "2 messages marqués, un publié, un repris dans une synthèse.")
                    .doesNotContain("coqueluche", "Julie", "Marc");
            assertThat(file.rows().getFirst().getFirst().data()).endsWith("/bilan non");
        });
    }

    @Test
    void aWeekInWhichNothingHappenedIsNotSpokenOf() {
        set(next(DayOfWeek.MONDAY).plusWeeks(2).withHour(9));
        told();

        assertThat(digests()).isEmpty();
    }

    @Test
    void whoWantsNoneGetsNone() {
        set(next(DayOfWeek.TUESDAY).withHour(10));
        ready("Plus de vaccin coqueluche", "/p");
        claire.writes("/bilan non");
        assertThat(claire.heard()).contains("Vous ne recevez pas de bilan");

        set(next(DayOfWeek.MONDAY).withHour(9));
        told();
        assertThat(digests()).isEmpty();

        claire.writes("/bilan oui");
        assertThat(claire.heard()).contains("Chaque lundi");
        house.clock().advance(Duration.ofMinutes(11));
        told();
        assertThat(digests()).hasSize(1);
    }

    private void told() {
        house.ticks("weekly-digest");
        house.settles();
    }

    private List<Outgoing.File> digests() {
        return house.channel().calls().stream().map(call -> call.outgoing()).filter(Outgoing.File.class::isInstance)
                .map(Outgoing.File.class::cast).filter(file -> file.to().equals(claire.address())).toList();
    }

    private ZonedDateTime next(DayOfWeek day) {
        return house.clock().instant().atZone(ZoneId.of("Europe/Paris")).with(TemporalAdjusters.next(day))
                .truncatedTo(ChronoUnit.DAYS);
    }

    private void set(ZonedDateTime time) {
        house.clock().set(time.toInstant());
    }
}
