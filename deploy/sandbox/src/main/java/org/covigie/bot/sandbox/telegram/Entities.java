package org.covigie.bot.sandbox.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Message entities; offsets in UTF-16 code units as in {@link String}: core.telegram.org/bots/api#messageentity. */
final class Entities {

    private static final Set<String> TYPES = Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email",
            "phone_number", "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote",
            "expandable_blockquote", "code", "pre", "text_link", "text_mention", "custom_emoji", "date_time");

    private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;
    /** A word with an accent is no command for Telegram: the boundary behind the ASCII letters is missing. */
    private static final Map<String, Pattern> FOUND = Map.of("bot_command",
            Pattern.compile("(?<![\\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\\w/<>])", UNICODE), "mention",
            Pattern.compile("(?<![\\w/@])@[a-zA-Z0-9_]{3,32}(?!\\w)", UNICODE), "hashtag",
            Pattern.compile("(?<![\\w#])#\\w{1,256}", UNICODE), "url",
            Pattern.compile("https?://[^\\s<>«»]+[^\\s<>«».,;:!?)]"), "email",
            Pattern.compile("(?<![\\w.@/])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"));

    private Entities() {}

    /** What the server itself finds in a text. */
    static ArrayNode found(String text) {
        List<ObjectNode> all = new ArrayList<>();
        FOUND.forEach((type, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                all.add(Json.object().put("offset", matcher.start()).put("length", matcher.end() - matcher.start())
                        .put("type", type));
            }
        });
        all.sort(Comparator.comparingInt(entity -> entity.path("offset").asInt(0)));
        ArrayNode array = Json.array();
        all.forEach(array::add);
        return array;
    }

    /** Refuses what the official server refuses in entities that a bot sends. */
    static void check(String text, JsonNode entities) {
        for (JsonNode entity : entities) {
            if (!entity.isObject()) {
                throw Refusal.bad("can't parse MessageEntity: expected an Object");
            }
            if (!entity.path("offset").isIntegralNumber() || !entity.path("length").isIntegralNumber()) {
                throw Refusal.bad("can't parse MessageEntity: Field \"offset\" and \"length\" must be of type Number");
            }
            String type = Json.text(entity, "type");
            if (!TYPES.contains(type)) {
                throw Refusal.bad("can't parse MessageEntity: unsupported type specified");
            }
            if (type.equals("text_link") && Json.text(entity, "url").isEmpty()) {
                throw Refusal.bad("can't parse MessageEntity: Can't find field \"url\"");
            }
            range(text, entity.path("offset").asInt(0), entity.path("length").asInt(0));
        }
    }

    private static void range(String text, int offset, int length) {
        int end = offset + length;
        if (offset < 0 || length < 0 || offset > 1_000_000 || length > 1_000_000) {
            throw Refusal.bad("receive an entity with incorrect offset/length");
        }
        if (end > text.length()) {
            throw Refusal.bad(
                    "entity beginning at UTF-16 offset " + offset + " ends after the end of the text at UTF-16 offset "
                            + text.length());
        }
        if (splitsPair(text, offset) || splitsPair(text, end)) {
            throw Refusal.bad(
                    "entity beginning at UTF-16 offset " + offset + " begins or ends in a middle of a UTF-16 symbol");
        }
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
