package org.covigie.bot.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.covigie.bot.testing.TestChannel;
import org.covigie.bot.vault.Vault;
import org.junit.jupiter.api.Test;

class LetterTest {
    private final Vault vault = new Vault(new byte[32]);
    private final Sealer sealer = new Sealer(vault);

    @Test
    void what_an_older_instance_wrote_can_be_read() {
        byte[] old = vault.seal("""
                {"outgoing":{"is":"reaction","to":{"channel":"test","id":"7"},"message":"m","emoji":null},
                "otherwise":{"outgoing":{"is":"reaction","to":{"channel":"test","id":"7"},"message":"m","emoji":null},
                "kind":"k","must":true,"once":null,"awaits":false,"otherwise":null}}""");
        Letter letter = sealer.open(old, Letter.class);
        assertThat(letter.opening()).isNull();
        assertThat(letter.variables()).isEmpty();
        assertThat(letter.continued()).isFalse();
        assertThat(letter.otherwise()).isNotNull().satisfies(post -> assertThat(post.chatter()).isFalse());
    }

    @Test
    void what_opens_a_conversation_travels_with_the_letter() {
        Post post = Hosted.text(TestChannel.chat("7"), "a1").opening(Opening.SYNTHESIS, List.of("t", "u"));
        Letter letter = sealer.open(sealer.seal(Letter.part(post, post.outgoing(), 2)), Letter.class);
        assertThat(letter.opening()).isEqualTo(Opening.SYNTHESIS);
        assertThat(letter.variables()).containsExactly("t", "u");
        assertThat(letter.continued()).isTrue();
    }
}
