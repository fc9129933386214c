package org.covigie.bot.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stand-in that is played with for weeks stays as light as on its first day. */
class KeptTest {
    private final Engine engine = new Engine(InstantSource.system(), "AC", "whatsapp:+33639981200", new Faults(1),
            true);

    @Test
    void only_the_newest_messages_and_calls_are_kept_and_pictures_go_with_their_messages() {
        for (int n = 0; n <= Engine.KEPT; n++) {
            State.Message message = new State.Message();
            message.sid = "SM" + n;
            message.media.add(new State.Media("ME" + n, "image/png", ""));
            engine.bytes.put("ME" + n, new byte[0]);
            engine.keep(message);
            engine.keep(new Post(message.sid, "", "", List.of(), null, null, 201, Instant.EPOCH));
        }

        assertThat(engine.state.messages).hasSize(Engine.KEPT).doesNotContainKey("SM0").containsKeys("SM1",
                "SM" + Engine.KEPT);
        assertThat(engine.bytes).hasSize(Engine.KEPT).doesNotContainKey("ME0");
        assertThat(engine.posts).hasSize(Engine.KEPT).first().extracting(Post::sid).isEqualTo("SM1");
    }

    @Test
    void who_replies_to_the_oldest_message_of_all_while_it_goes_is_heard_all_the_same() throws InterruptedException {
        try (Receiver bot = new Receiver();
                TwilioStandIn standIn = TwilioStandIn.builder().publicUrl(bot.url()).build().start()) {
            World world = standIn.world();
            Person lea = world.person("Léa", "+33639982001", null);
            String first = lea.writes("1");
            for (int n = 2; n <= Engine.KEPT; n++) {
                lea.writes("" + n);
            }
            lea.replies(first, "Réponse");
            assertThat(world.seen(lea)).hasSize(Engine.KEPT).last()
                    .satisfies(last -> assertThat(last.text()).isEqualTo("Réponse"));
        }
    }
}
