package org.covigie.bot.load;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WireReaderTest {
    @Test
    void messages_follow_each_other_on_one_connection_with_and_without_a_body() throws Exception {
        WireReader reader = reader(
                "POST /a?b=c HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /d HTTP/1.1\r\nHost: x\r\n\r\n");

        WireMessage first = requireNonNull(reader.read());
        assertThat(first.path()).isEqualTo("/a");
        assertThat(first.target()).isEqualTo("/a?b=c");
        assertThat(first.body()).asString().isEqualTo("abc");
        WireMessage second = requireNonNull(reader.read());
        assertThat(second.path()).isEqualTo("/d");
        assertThat(second.header("host")).isEqualTo("x");
        assertThat(reader.read()).isNull();
    }

    @Test
    void chunks_become_one_body() throws Exception {
        WireMessage answer = requireNonNull(
                reader("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                        .read());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString().isEqualTo("abcde");
    }

    @Test
    void an_answer_without_a_length_ends_with_its_connection() throws Exception {
        WireMessage answer = requireNonNull(reader("HTTP/1.1 503 -\r\nConnection: close\r\n\r\nlate").read());

        assertThat(answer.body()).asString().isEqualTo("late");
    }

    @Test
    void a_message_that_ends_early_is_an_error_and_not_a_short_message() {
        assertThatIOException().isThrownBy(() -> reader("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc").read());
        assertThatIOException().isThrownBy(() -> reader("POST / HTTP/1.1\r\nConte").read());
    }

    private static WireReader reader(String bytes) {
        return new WireReader(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
    }
}
