package org.covigie.bot.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.util.StringUtils;

/**
 * Decides before anything else starts whether this is a sandbox, and then points the channels at their stand-ins: by
 * {@code COVIGIE_SANDBOX} = {@code auto} (only when no channel is configured), {@code true} or {@code false}.
 */
public final class SandboxEnvironment implements EnvironmentPostProcessor, Ordered {

    /** Of a real token's form; no bot at Telegram has it. */
    static final String TOKEN = "7000000001:AAsandboxSandboxSandboxSandboxSandb";
    static final int DEFAULT_PORT = 8081;
    /** Of a real account's form; Twilio has no such account, and the number is set aside for fiction. */
    static final String ACCOUNT = "AC" + "5a".repeat(16);
    static final String AUTH_TOKEN = "sandboxsandboxsandboxsandboxsand";
    static final String SENDER = "whatsapp:+33639981200";
    private static final Map<String, String> WHATSAPP = Map.of("covigie.whatsapp.account-sid", ACCOUNT,
            "covigie.whatsapp.auth-token", AUTH_TOKEN, "covigie.whatsapp.from", SENDER);
    static final int DEFAULT_WHATSAPP_PORT = 8082;
    static final int DEFAULT_MAIL_PORT = 8083;
    /** Whatever mail server is configured: nothing leaves a sandbox. */
    private static final Map<String, String> MAIL = Map.of("spring.mail.host", "127.0.0.1", "spring.mail.protocol",
            "smtp", "spring.mail.username", "", "spring.mail.password", "", "spring.mail.ssl.enabled", "false",
            "spring.mail.properties.mail.smtp.auth", "false", "spring.mail.properties.mail.smtp.starttls.enable",
            "false", "spring.mail.properties.mail.smtp.starttls.required", "false");
    private static final String NAME = "covigieSandbox";

    @Override
    public int getOrder() {
        // after application.yaml and everything it imports
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        if (sources.contains(NAME) || !active(environment)) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        int telegram = freePort(port(environment, "telegram", DEFAULT_PORT), "telegram");
        settings.put("covigie.sandbox.active", "true");
        settings.put("covigie.sandbox.telegram-port", telegram);
        settings.put("covigie.telegram.token", TOKEN);
        settings.put("covigie.telegram.api-url", "http://127.0.0.1:" + telegram);
        int whatsApp = freePort(port(environment, "whatsapp", DEFAULT_WHATSAPP_PORT), "whatsapp");
        settings.put("covigie.sandbox.telephones", "true");
        settings.put("covigie.sandbox.whatsapp-port", whatsApp);
        settings.putAll(WHATSAPP);
        settings.put("covigie.whatsapp.api-url", "http://127.0.0.1:" + whatsApp);
        settings.put("covigie.whatsapp.template-synthesis", Telephones.SYNTHESIS);
        settings.put("covigie.whatsapp.template-notice", Telephones.NOTICE);
        settings.put("covigie.whatsapp.template-enrolment", Telephones.ENROLMENT);
        settings.putAll(MAIL);
        settings.put("spring.mail.port", freePort(port(environment, "mail", DEFAULT_MAIL_PORT), "mail"));
        MapPropertySource source = new MapPropertySource(NAME, settings);
        // before all others: the port that was free, and not the one wished for, is where both sides meet
        sources.addFirst(source);
    }

    private static boolean active(ConfigurableEnvironment environment) {
        String telegram = environment.getProperty("covigie.telegram.token");
        boolean telegramSet = StringUtils.hasText(telegram) && !TOKEN.equals(telegram);
        boolean channel = telegramSet || whatsAppSet(environment);
        return switch (mode(environment)) {
            case "auto" -> !channel;
            case "false" -> false;
            case "true" -> {
                if (telegramSet) {
                    throw new SandboxSettingException(
                            "COVIGIE_SANDBOX is true although COVIGIE_TELEGRAM_TOKEN names a real bot: unset one of the two.");
                }
                if (whatsAppSet(environment)) {
                    throw new SandboxSettingException("COVIGIE_SANDBOX is true although COVIGIE_WHATSAPP_ACCOUNT_SID, "
                            + "COVIGIE_WHATSAPP_AUTH_TOKEN or COVIGIE_WHATSAPP_FROM names a real account: unset the one or the others.");
                }
                yield true;
            }
            case String other -> throw new SandboxSettingException("COVIGIE_SANDBOX must be auto, true or false.");
        };
    }

    private static String mode(ConfigurableEnvironment environment) {
        String mode = environment.getProperty("COVIGIE_SANDBOX");
        if (!StringUtils.hasText(mode)) {
            mode = environment.getProperty("covigie.sandbox.mode");
        }
        return StringUtils.hasText(mode) ? Objects.requireNonNull(mode).strip().toLowerCase(Locale.ROOT) : "auto";
    }

    /** By any of the three: a forgotten one is for the channel itself to name, and no reason to play. */
    private static boolean whatsAppSet(ConfigurableEnvironment environment) {
        return WHATSAPP.entrySet().stream().anyMatch(setting -> {
            String value = environment.getProperty(setting.getKey());
            return StringUtils.hasText(value) && !setting.getValue().equals(value);
        });
    }

    private static int port(ConfigurableEnvironment environment, String channel, int otherwise) {
        String port = environment.getProperty("covigie.sandbox." + channel + "-port");
        if (!StringUtils.hasText(port)) {
            return otherwise;
        }
        if (!Objects.requireNonNull(port).matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new SandboxSettingException(
                    "COVIGIE_SANDBOX_" + channel.toUpperCase(Locale.ROOT)
                            + "_PORT must be a port number, or 0 for any free one.");
        }
        return Integer.parseInt(port);
    }

    private static int freePort(int wanted, String channel) {
        for (int port : new int[]{wanted, 0}) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: a sandbox does not insist on its port
            }
        }
        throw new SandboxSettingException(
                "COVIGIE_SANDBOX_" + channel.toUpperCase(Locale.ROOT) + "_PORT: no port is free on 127.0.0.1.");
    }
}
