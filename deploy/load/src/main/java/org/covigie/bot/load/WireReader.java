package org.covigie.bot.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.1 messages from one connection (RFC 9112), as much of it as two programs on one machine need.
 *
 * <p>Written by hand because the generator shares its processors with the bot: what it spends is missing in the bot's figures.
 * Limits: a line of 64 KiB, a body of 16 MiB.
 */
final class WireReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int end;

    WireReader(InputStream in) {
        this.in = in;
    }

    /** The next message, or null when the other side has closed before one. */
    @Nullable
    WireMessage read() throws IOException {
        if (!fill()) {
            return null;
        }
        String start = line();
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("a header without colon");
            }
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return new WireMessage(start, headers, body(start, headers));
    }

    private byte[] body(String start, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        if (length != null) {
            return exactly(Integer.parseInt(length));
        }
        boolean untilClosed = start.startsWith("HTTP/") && "close".equalsIgnoreCase(headers.get("connection"));
        return untilClosed ? rest() : new byte[0];
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            int semicolon = size.indexOf(';');
            int length = Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
            if (length == 0) {
                while (!line().isEmpty()) {
                    // trailers say nothing here
                }
                return whole.toByteArray();
            }
            whole.write(exactly(length));
            line();
        }
    }

    private byte[] exactly(int length) throws IOException {
        if (length < 0 || length > LARGEST_BODY) {
            throw new IOException("a body of " + length + " bytes");
        }
        byte[] body = new byte[length];
        int done = Math.min(length, end - position);
        System.arraycopy(buffer, position, body, 0, done);
        position += done;
        if (in.readNBytes(body, done, length - done) < length - done) {
            throw new EOFException("the body ends early");
        }
        return body;
    }

    private byte[] rest() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(buffer, position, end - position);
        position = end;
        in.transferTo(whole);
        return whole.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (line.length() < LONGEST_LINE) {
            if (!fill()) {
                throw new EOFException("a line ends early");
            }
            int from = position;
            while (position < end && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, from, position - from, StandardCharsets.ISO_8859_1));
            if (position < end) {
                position++;
                int length = line.length();
                return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
            }
        }
        throw new IOException("a line over " + LONGEST_LINE + " bytes");
    }

    private boolean fill() throws IOException {
        if (position < end) {
            return true;
        }
        int read = in.read(buffer);
        position = 0;
        end = Math.max(read, 0);
        return read > 0;
    }
}
