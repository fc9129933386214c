package org.covigie.bot.sandbox.twilio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** All that a restart keeps; plain data, changed under the engine's lock only. The bytes of media are not among it. */
final class State {

    /** By key: the person's id or number, whichever there is. */
    Map<String, Account> people = new LinkedHashMap<>();
    /** By sid, oldest first. */
    SequencedMap<String, Message> messages = new LinkedHashMap<>();
    /** By sid, oldest first. */
    Map<String, Content> contents = new LinkedHashMap<>();
    /** The people's own WhatsApp group; the bot sees nothing of it. */
    List<PlainGroup.Line> chat = new ArrayList<>();
    List<String> chatMembers = new ArrayList<>();
    Map<String, String> notes = new LinkedHashMap<>();

    /** Somebody's WhatsApp. */
    static final class Account {
        String key = "";
        String name = "";
        @Nullable
        String phone;
        @Nullable
        String bsuid;
        /** Milliseconds of the epoch; 0: never wrote. */
        long lastInbound;
        boolean blocked;
        boolean vanished;
        boolean receipts = true;

        /** As the business sees the sender: the number where it may, else the id. */
        String address() {
            return phone == null ? String.valueOf(bsuid) : phone;
        }
    }

    /** One message in either direction. */
    static final class Message {
        String sid = "";
        /** Whose telephone; empty when nobody has that address. */
        String person = "";
        String from = "";
        String to = "";
        boolean inbound;
        String body = "";
        List<Media> media = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        boolean list;
        boolean forwarded;
        @Nullable
        String repliedTo;
        @Nullable
        String callback;
        @Nullable
        String contentSid;
        boolean approved;
        String status = "queued";
        int error;
        long created;
        long sent;
        long updated;
    }

    record Media(String sid, String type, String url) {}

    record Button(String id, String title) {}

    /** A content template; {@code approved}: may open a conversation. */
    static final class Content {
        ObjectNode json = Json.object();
        boolean approved;
    }
}
