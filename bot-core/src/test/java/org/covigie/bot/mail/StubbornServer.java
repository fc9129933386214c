package org.covigie.bot.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks as much SMTP as a client needs, and answers some recipients as a test wants; it may also go silent at the end of a letter. */
final class StubbornServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    volatile boolean hangsUpAfterALetter;

    StubbornServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Thread.ofVirtual().start(() -> talk(client));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What this recipient is answered from now on; 250 takes it. */
    void answers(String recipient, String answer) {
        answers.put(recipient, answer);
    }

    List<String> taken() {
        return taken;
    }

    List<String> tried() {
        return tried;
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(),
                        StandardCharsets.US_ASCII))) {
            say(client, "220 here");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT TO:<")) {
                    recipient = line.substring(9, line.indexOf('>'));
                    tried.add(recipient);
                    say(client, answers.getOrDefault(recipient, "250 ok"));
                } else if (line.equals("DATA")) {
                    say(client, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // the letter itself
                    }
                    taken.add(recipient);
                    if (hangsUpAfterALetter) {
                        return;
                    }
                    say(client, "250 taken");
                } else if (line.equals("QUIT")) {
                    say(client, "221 bye");
                    return;
                } else {
                    say(client, "250 ok");
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
