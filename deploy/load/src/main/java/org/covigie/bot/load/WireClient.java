package org.covigie.bot.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive loopback connection; opened at the first call and again after a failure. Not thread-safe.
 *
 * <p>Never re-sends by itself: a call that fails may have been carried out, and the caller must know.
 */
final class WireClient implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final int port;
    private final int timeoutMillis;
    private @Nullable Socket socket;
    private @Nullable WireReader reader;

    WireClient(int port, Duration timeout) {
        this.port = port;
        this.timeoutMillis = (int) timeout.toMillis();
    }

    WireMessage get(String target, Map<String, String> headers) throws IOException {
        return call("GET", target, headers, new byte[0]);
    }

    WireMessage post(String target, Map<String, String> headers, byte[] json) throws IOException {
        return call("POST", target, headers, json);
    }

    private WireMessage call(String method, String target, Map<String, String> headers, byte[] json)
            throws IOException {
        try {
            Socket open = open();
            open.getOutputStream().write(request(method, target, headers, json));
            WireMessage response = read();
            if (response.last()) {
                close();
            }
            return response;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private WireMessage read() throws IOException {
        WireMessage response = reader == null ? null : reader.read();
        if (response == null) {
            throw new IOException("the connection was closed without an answer");
        }
        return response;
    }

    private byte[] request(String method, String target, Map<String, String> headers, byte[] json) {
        StringBuilder head = new StringBuilder(256).append(method).append(' ').append(target)
                .append(" HTTP/1.1\r\nhost: 127.0.0.1:")
                .append(port).append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (method.equals("POST")) {
            head.append("content-type: application/json\r\ncontent-length: ").append(json.length).append("\r\n");
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[first.length + json.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(json, 0, whole, first.length, json.length);
        return whole;
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            open.setSoTimeout(timeoutMillis);
            socket = open;
            reader = new WireReader(open.getInputStream());
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
