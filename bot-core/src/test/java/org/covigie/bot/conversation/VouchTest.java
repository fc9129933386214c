package org.covigie.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Words;
import org.covigie.bot.signals.Hold;
import org.junit.jupiter.api.Test;

class VouchTest extends Conversation {
    @Test
    void whereSomebodySpokeInTheGroupsNameTheCorrespondentSaysThatTheAuthorAgrees() {
        Sender nobody = new Sender(group.address(), new Words("Groupe"), null, null, false, true);
        Quoted message = new Quoted(house.nextId(), nobody, new Words("Plus de gants au Val"),
                house.clock().instant(), null, false, false, false, false, List.of());
        julie.replies(group, message, "/p");
        assertThat(signal().holds()).containsExactly(Hold.AUTHOR_CONSENT);
        julie.writes("/voir 1");
        String vouch = julie.buttons().stream().filter(data -> data.endsWith("/accord 1")).findFirst().orElseThrow();

        julie.presses(null, vouch);

        assertThat(signal().holds()).isEmpty();
    }

    @Test
    void nobodyAnswersForAnAuthorWhoIsKnown() {
        tagged("Plus de gants au Val", "/p");
        julie.writes("/voir 1");
        assertThat(julie.buttons()).noneMatch(data -> data.endsWith("/accord 1"));

        julie.writes("/accord 1");

        assertThat(julie.heard()).contains("L’auteur du n° 1 est connu");
        assertThat(signal().holds()).containsExactly(Hold.AUTHOR_CONSENT);
    }
}
