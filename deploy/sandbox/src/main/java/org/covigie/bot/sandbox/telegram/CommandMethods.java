package org.covigie.bot.sandbox.telegram;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The command menu by scope and language: core.telegram.org/bots/api#setmycommands. */
final class CommandMethods {

    private static final Set<String> SCOPES = Set.of("default", "all_private_chats", "all_group_chats",
            "all_chat_administrators", "chat",
            "chat_administrators", "chat_member");

    private final Engine engine;

    CommandMethods(Engine engine) {
        this.engine = engine;
    }

    void register(Registrar registrar) {
        registrar.add("setMyCommands", this::set);
        registrar.add("getMyCommands", call -> engine.state.commands.getOrDefault(key(call), Json.array()));
        registrar.add("deleteMyCommands", call -> {
            engine.state.commands.remove(key(call));
            return Json.yes();
        });
    }

    private JsonNode set(Call call) {
        if (call.path("commands").size() > 100) {
            throw Refusal.bad("BOT_COMMANDS_TOO_MUCH");
        }
        ArrayNode list = Json.array();
        for (JsonNode command : call.path("commands")) {
            Doors.fields("commands", command, Set.of("command", "description", "is_ephemeral"));
            if (!Json.text(command, "command").matches("/?[a-z0-9_]{1,32}")) {
                throw Refusal.bad("BOT_COMMAND_INVALID");
            }
            int length = Json.text(command, "description").length();
            if (length < 1 || length > 256) {
                throw Refusal.bad("BOT_COMMAND_DESCRIPTION_INVALID");
            }
            list.add(command);
        }
        engine.state.commands.put(key(call), list);
        return Json.yes();
    }

    private String key(Call call) {
        JsonNode scope = call.path("scope");
        Doors.fields("scope", scope, Set.of("type", "chat_id", "user_id"));
        String type = scope.isMissingNode() ? "default" : Json.text(scope, "type");
        if (!SCOPES.contains(type)) {
            throw Refusal.bad("can't parse BotCommandScope: unsupported type specified");
        }
        if (type.startsWith("chat") && !scope.path("chat_id").asString("").matches("-?\\d+")) {
            throw Refusal.bad("chat not found");
        }
        if (type.startsWith("chat")) {
            engine.room(Long.parseLong(scope.path("chat_id").asString("0")));
        }
        String language = call.text("language_code");
        if (!language.isEmpty() && !language.matches("[a-z]{2}")) {
            throw Refusal.bad("invalid language code specified");
        }
        return type + "|" + scope.path("chat_id").asString("") + "|" + scope.path("user_id").asString("") + "|"
                + language;
    }
}
