package org.covigie.bot.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The answer of getUpdates, put together from bytes that were made before. */
final class UpdatesAnswer {
    private static final byte[] HEAD = "{\"ok\":true,\"result\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);

    private UpdatesAnswer() {}

    static WireServer.Answer of(List<Update> updates) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(updates.size() * 512 + 32);
        body.writeBytes(HEAD);
        for (int i = 0; i < updates.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(updates.get(i).json());
        }
        body.writeBytes(TAIL);
        return new WireServer.Answer(200, body.toByteArray());
    }
}
