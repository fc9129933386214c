package org.covigie.bot.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.covigie.bot.settings.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator sets for Telegram. An empty value counts as not set; a wrong one stops the start.
 *
 * @param token         the bot's token as BotFather gives it: digits, a colon, characters
 * @param apiUrl        scheme, host and port of the Bot API
 * @param mode          {@code polling} or {@code webhook}
 * @param webhookSecret what Telegram sends back with every webhook call (core.telegram.org/bots/api#setwebhook: 1–256 of
 *                      {@code A-Za-z0-9_-}); required in webhook mode
 * @param pollTimeout   how long one getUpdates may wait for something to happen; Telegram allows 50 s at most
 * @param answerTimeout how long the answer to any other call may take before its outcome counts as unknown
 */
@ConfigurationProperties("covigie.telegram")
record TelegramProperties(@DefaultValue("") String token, @DefaultValue("") String apiUrl,
        @DefaultValue("") String mode, @DefaultValue("") String webhookSecret,
        @DefaultValue("50s") Duration pollTimeout,
        @DefaultValue("30s") Duration answerTimeout) {
    private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,200}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    TelegramProperties {
        token = token.strip();
        apiUrl = apiUrl.isBlank() ? "https://api.telegram.org" : apiUrl.strip();
        mode = mode.isBlank() ? "polling" : mode.strip().toLowerCase(Locale.ROOT);
        webhookSecret = webhookSecret.strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new WrongSetting("COVIGIE_TELEGRAM_TOKEN",
                    "COVIGIE_TELEGRAM_TOKEN is not a bot token: digits, a colon and characters, as BotFather gives it.");
        }
        if (!isServer(apiUrl)) {
            throw new WrongSetting("COVIGIE_TELEGRAM_API_URL",
                    "COVIGIE_TELEGRAM_API_URL must be scheme, host and port only, such as https://api.telegram.org.");
        }
        if (!mode.equals("polling") && !mode.equals("webhook")) {
            throw new WrongSetting("COVIGIE_TELEGRAM_MODE", "COVIGIE_TELEGRAM_MODE must be polling or webhook.");
        }
        if (mode.equals("webhook") && !SECRET.matcher(webhookSecret).matches()) {
            throw new WrongSetting("COVIGIE_TELEGRAM_WEBHOOK_SECRET",
                    "COVIGIE_TELEGRAM_WEBHOOK_SECRET is required in webhook mode: 1 to 256 of the characters A-Z a-z 0-9 _ -.");
        }
    }

    boolean webhook() {
        return mode.equals("webhook");
    }

    URI server() {
        return URI.create(apiUrl);
    }

    /** The port, also where the address leaves it out. */
    int port() {
        URI server = server();
        return server.getPort() > 0 ? server.getPort() : server.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static boolean isServer(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme();
            String path = uri.getRawPath();
            return scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && uri.getHost() != null && uri.getPort() <= 65_535 && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && (path == null || path.isEmpty() || path.equals("/"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Neither token nor secret ever prints. */
    @Override
    public String toString() {
        return "TelegramProperties[" + mode + "]";
    }
}
