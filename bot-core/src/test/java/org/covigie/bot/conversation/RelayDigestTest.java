package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RelayDigestTest extends RelayConversation {
    @Test
    void whoeverTakesADigestReadsEverythingTogetherLater() {
        lea.writes("/digest");
        assertThat(lea.heard()).contains("rassemblés, à 12:30, 18:30");
        nextCopy(lea, "digest-" + house.nextId());
        says(marc, "Premier");
        says(julie, "Second");
        assertThat(lea.heard()).contains("rassemblés");
        assertThat(claire.heard()).isEqualTo("Julie: Second");

        // from one digest to the next it is never longer, and who wrote today can still be reached
        house.clock().advance(Duration.ofHours(18));
        house.settles();

        assertThat(lea.heard()).isEqualTo("Marc (médecin): Premier\nJulie: Second");
    }

    @Test
    void whoeverEndsTheDigestReadsAtOnceAgain() {
        lea.writes("/digest");
        lea.writes("/digest non");

        says(marc, "Aussitôt");

        assertThat(lea.heard()).isEqualTo("Marc (médecin): Aussitôt");
    }

    @Test
    void whoeverIsForgottenIsNotReadByThoseWhoseDigestStillWaits() {
        lea.writes("/digest");
        says(julie, "Reste");
        says(marc, "À oublier");

        marc.writes("/oubliezmoi oui");
        house.clock().advance(Duration.ofHours(18));
        house.settles();

        assertThat(lea.heard()).isEqualTo("Julie: Reste");
    }

    @Test
    void whatItsAuthorTakesBackIsInNoDigestAnyMore() {
        lea.writes("/digest");
        says(marc, "Premier");
        String copy = "copy-" + house.nextId();
        nextCopy(julie, copy);
        String original = says(marc, "À retirer");
        julie.answers(copy, "/p");

        marc.answers(original, "/retirer");
        house.clock().advance(Duration.ofHours(18));
        house.settles();

        assertThat(lea.heard()).isEqualTo("Marc (médecin): Premier");
    }

    @Test
    void whoeverIsForgottenGetsNoneOfTheCopiesThatWaited() {
        lea.writes("/digest");
        says(marc, "Attendra");
        String lane = "select count(*) from outbox where kind = 'relay' and status = 'PENDING' and body is not null";
        long others = house.get(JdbcClient.class).sql(lane).query(Long.class).single() - 1;

        lea.writes("/oubliezmoi oui");
        assertThat(house.get(JdbcClient.class).sql(lane).query(Long.class).single()).as("its words are gone at once")
                .isEqualTo(others);
        house.clock().advance(Duration.ofHours(18));
        house.settles();

        assertThat(lea.allHeard()).noneMatch(text -> text.contains("Attendra"));
        assertThat(julie.allHeard()).as("the others have it").anyMatch(text -> text.contains("Attendra"));
    }
}
