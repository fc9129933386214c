package org.covigie.bot.telegram;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links that Telegram takes on a button, and links into Telegram. */
final class Links {
    private Links() {}

    /** core.telegram.org/bots/features#deep-linking. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** What the bot needs in a group, by the names that core.telegram.org/api/links#groupchannel-bot-links gives. */
    private static final String RIGHTS = "invite_users+restrict_members+delete_messages+pin_messages";
    private static final String SUPERGROUP = "-100";

    /** Opens the private chat with the bot, which then hears {@code /start code}; null when no link can carry the code. */
    static @Nullable String toPrivate(String bot, String code) {
        return CODE.matcher(code).matches() ? "https://t.me/" + bot + "?start=" + code : null;
    }

    /** Lets one choose a group, puts the bot there as an administrator and says {@code /start code} there. */
    static @Nullable String toGroup(String bot, String code) {
        return CODE.matcher(code).matches()
                ? "https://t.me/" + bot + "?startgroup=" + code + "&admin=" + RIGHTS
                : null;
    }

    /** core.telegram.org/api/links#message-links; only the messages of supergroups have one. */
    static @Nullable String toMessage(String chat, String message) {
        Integer id = Ids.message(message);
        return id == null || !chat.startsWith(SUPERGROUP) || Ids.number(chat) == null
                ? null
                : "https://t.me/c/" + chat.substring(SUPERGROUP.length()) + "/" + id;
    }

    /** Only https, and only hosts with a dot: Telegram refuses the whole message for {@code https://localhost}. */
    static boolean fitsButton(String link) {
        try {
            URI uri = URI.create(link);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getHost().contains(".");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
