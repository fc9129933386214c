package org.covigie.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatesTest {
    @Test
    void anAnswerIsCutIntoItsUpdatesWhateverTheyHold() {
        assertThat(whole(
                "{\"ok\":true , \"result\" : [ {\"update_id\":1,\"t\":\"]}\\\"\\\\\"} ,{\"a\":[[{}]]},7,\"x\" , null] }"))
                .containsExactly("{\"update_id\":1,\"t\":\"]}\\\"\\\\\"}", "{\"a\":[[{}]]}", "7", "\"x\"", "null");
    }

    @Test
    void anEmptyAnswerHoldsNone() {
        assertThat(whole("{\"result\":[],\"ok\":true}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{\"ok\":false,\"error_code\":409}", "{\"ok\":true,\"result\":{}}",
            "{\"ok\":true,\"res", "{\"a\"}", "{,"})
    void whatHoldsNoListIsNoAnswer(String body) {
        assertThat(Updates.in(bytes(body))).isNull();
    }

    @Test
    void anyTruncatedAnswerKeepsTheUpdatesBeforeTheCut() {
        String first = "{\"update_id\":1,\"t\":\"é\\\"\"}";
        String body = "{\"ok\":true,\"result\":[" + first + ",{\"update_id\":2,\"t\":\"long enough\"}]}";
        byte[] all = bytes(body);
        int firstEnds = bytes("{\"ok\":true,\"result\":[" + first).length;
        for (int length = 0; length < all.length; length++) {
            Updates updates = Updates.in(Arrays.copyOf(all, length));
            if (length > firstEnds) {
                assertThat(Objects.requireNonNull(updates).whole()).isNotEmpty();
                assertThat(updates.whole().getFirst()).isEqualTo(bytes(first));
            } else if (updates != null) {
                assertThat(updates.whole()).isEmpty();
                assertThat(updates.cut()).isNotNull();
            }
        }
    }

    @Test
    void theIdOfAPieceIsReadWhereItIsWhole() {
        assertThat(Updates.number(bytes("{\"update_id\": 12345,\"mess"))).isEqualTo(12345);
        assertThat(Updates.number(bytes("{\"update_id\": 123"))).isNull();
        assertThat(Updates.number(bytes("{\"text\":\"\\\"update_id\\\":5,\"}"))).isNull();
    }

    private static List<String> whole(String body) {
        @Nullable
        Updates updates = Updates.in(bytes(body));
        return Objects.requireNonNull(updates).whole().stream().map(one -> new String(one, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
