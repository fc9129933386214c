package org.covigie.bot.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A loopback HTTP/1.1 server with kept-alive connections, one virtual thread each. Closing it closes its connections. */
final class WireServer implements AutoCloseable {
    /**
     * What the server says.
     *
     * @param status HTTP status
     * @param json body
     */
    record Answer(int status, byte[] json) {
        /** The connection is cut in place of an answer. */
        static final Answer NONE = new Answer(0, "");

        Answer(int status, String json) {
            this(status, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Answers one request; may block as long as it likes. */
    interface Handler {
        Answer answer(WireMessage request) throws InterruptedException;
    }

    private static final int CLOSE_SECONDS = 10;

    private final ServerSocket socket;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Thread accepting = Thread.ofPlatform().daemon().name("wire-accept").unstarted(this::accept);

    private WireServer(ServerSocket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    /** @param port 0 for any free one */
    static WireServer start(int port, Handler handler) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        WireServer server = new WireServer(socket, handler);
        server.accepting.start();
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                // closed, or a client that went away in the hand-shake
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            WireReader reader = new WireReader(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            for (WireMessage request = reader.read(); request != null; request = reader.read()) {
                Answer answer = handler.answer(request);
                if (answer.status() == 0) {
                    break;
                }
                out.write(bytes(answer));
                if (request.last()) {
                    break;
                }
            }
        } catch (IOException e) {
            // the client was killed or has gone; that is what clients do here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private static byte[] bytes(Answer answer) {
        byte[] head = ("HTTP/1.1 " + answer.status() + " -\r\ncontent-type: application/json\r\ncontent-length: "
                + answer.json().length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + answer.json().length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(answer.json(), 0, whole, head.length, answer.json().length);
        return whole;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
        try {
            // the port is free only when nobody waits in accept any more
            accepting.join(Duration.ofSeconds(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
