package org.covigie.bot.sandbox.mail;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As much of SMTP as a client needs to hand over a letter (rfc-editor.org/rfc/rfc5321), on this computer only. */
public final class MailStandIn {
    private static final int MOST = 200;
    private static final int LONGEST = 1024 * 1024;

    private final ServerSocket socket;
    private final Deque<SeenMail> mails = new ArrayDeque<>();

    /** @param port 0 for any free one */
    public MailStandIn(int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("mail-stand-in").start(this::listen);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What has arrived, the newest first. */
    public List<SeenMail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** Takes nothing more. */
    public void stop() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed then
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        // one character for each byte: what stands in a letter is read later
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(),
                        StandardCharsets.ISO_8859_1))) {
            say(client, "220 sandbox");
            List<String> to = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:<") && line.indexOf('>') > 0) {
                    to.add(line.substring(9, line.indexOf('>')));
                    say(client, "250 ok");
                } else if (command.equals("DATA")) {
                    say(client, "354 go on");
                    byte[] letter = letter(in);
                    if (letter == null) {
                        say(client, "552 too long");
                    } else {
                        to.forEach(one -> keep(SeenMail.read(one, letter)));
                        say(client, "250 taken");
                    }
                    to.clear();
                } else if (command.equals("QUIT")) {
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

    private static byte @Nullable [] letter(BufferedReader in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (bytes.size() < LONGEST) {
                bytes.writeBytes((line.startsWith("..") ? line.substring(1) : line)
                        .getBytes(StandardCharsets.ISO_8859_1));
                bytes.writeBytes(new byte[]{'\r', '\n'});
            }
        }
        return bytes.size() < LONGEST ? bytes.toByteArray() : null;
    }

    private void keep(SeenMail mail) {
        synchronized (mails) {
            mails.addFirst(mail);
            if (mails.size() > MOST) {
                mails.removeLast();
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
