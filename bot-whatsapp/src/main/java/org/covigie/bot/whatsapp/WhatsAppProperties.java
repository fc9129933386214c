package org.covigie.bot.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.settings.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator sets for WhatsApp by Twilio. An empty value counts as not set; a wrong or missing one stops the start.
 *
 * @param accountSid        the account: {@code AC} and 32 hexadecimal digits
 * @param authToken         its primary token; calls are made with it and webhooks are signed with it
 *                          (twilio.com/docs/usage/webhooks/webhooks-security)
 * @param from              the sender, {@code whatsapp:+} and digits
 * @param apiUrl            scheme, host and port; when set, all of Twilio's hosts are reached there
 * @param templateSynthesis the approved template that opens a conversation with a synthesis: {@code HX} and 32 digits
 * @param templateNotice    the one that says that something waits
 * @param templateEnrolment the one that says that there is news of a request
 * @param answerTimeout     how long the answer to a call may take, its body included, before its outcome counts as unknown
 * @param price             what a message costs
 */
@ConfigurationProperties("covigie.whatsapp")
record WhatsAppProperties(@DefaultValue("") String accountSid, @DefaultValue("") String authToken,
        @DefaultValue("") String from, @DefaultValue("") String apiUrl, @DefaultValue("") String templateSynthesis,
        @DefaultValue("") String templateNotice, @DefaultValue("") String templateEnrolment,
        @DefaultValue("10s") Duration answerTimeout, @DefaultValue PriceSettings price) {
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,256}");
    private static final Pattern SENDER = Pattern.compile("whatsapp:\\+[0-9]{5,18}");
    private static final Pattern TEMPLATE = Pattern.compile("HX[0-9a-fA-F]{32}");

    WhatsAppProperties {
        accountSid = accountSid.strip();
        authToken = authToken.strip();
        from = from.strip();
        apiUrl = apiUrl.strip().replaceAll("/$", "");
        templateSynthesis = templateSynthesis.strip();
        templateNotice = templateNotice.strip();
        templateEnrolment = templateEnrolment.strip();
        required("COVIGIE_WHATSAPP_ACCOUNT_SID", accountSid);
        required("COVIGIE_WHATSAPP_AUTH_TOKEN", authToken);
        required("COVIGIE_WHATSAPP_FROM", from);
        check("COVIGIE_WHATSAPP_ACCOUNT_SID", ACCOUNT.matcher(accountSid).matches(),
                "must be the account’s SID: AC and 32 hexadecimal digits.");
        check("COVIGIE_WHATSAPP_AUTH_TOKEN", TOKEN.matcher(authToken).matches(),
                "must be the account’s primary auth token, without spaces.");
        check("COVIGIE_WHATSAPP_FROM", SENDER.matcher(from).matches(),
                "must be the sender in the form whatsapp:+33123456789.");
        check("COVIGIE_WHATSAPP_API_URL", apiUrl.isEmpty() || isServer(apiUrl),
                "must be scheme, host and port only, such as http://localhost:8082.");
        template("COVIGIE_WHATSAPP_TEMPLATE_SYNTHESIS", templateSynthesis);
        template("COVIGIE_WHATSAPP_TEMPLATE_NOTICE", templateNotice);
        template("COVIGIE_WHATSAPP_TEMPLATE_ENROLMENT", templateEnrolment);
        check("COVIGIE_WHATSAPP_ANSWER_TIMEOUT",
                answerTimeout.compareTo(Duration.ofMillis(100)) >= 0 && answerTimeout.toMinutes() < 5,
                "must be a time from 100ms to 5m, such as 10s.");
    }

    /** Where all of Twilio's hosts are reached; null: at Twilio. */
    @Nullable
    URI server() {
        return apiUrl.isEmpty() ? null : URI.create(apiUrl);
    }

    /** The digits of the sender's number, as links to it are made of them. */
    String digits() {
        return from.substring("whatsapp:+".length());
    }

    /** The approved templates that are set. */
    Map<Opening, String> templates() {
        Map<Opening, String> set = new EnumMap<>(Opening.class);
        for (Opening opening : Opening.values()) {
            String sid = switch (opening) {
                case SYNTHESIS -> templateSynthesis;
                case NOTICE -> templateNotice;
                case ENROLMENT -> templateEnrolment;
            };
            if (!sid.isEmpty()) {
                set.put(opening, sid);
            }
        }
        return set;
    }

    private static void required(String variable, String value) {
        check(variable, !value.isEmpty(), "is missing: WhatsApp needs COVIGIE_WHATSAPP_ACCOUNT_SID, "
                + "COVIGIE_WHATSAPP_AUTH_TOKEN and COVIGIE_WHATSAPP_FROM, or none of them.");
    }

    private static void template(String variable, String sid) {
        check(variable, sid.isEmpty() || TEMPLATE.matcher(sid).matches(),
                "must be a content SID: HX and 32 hexadecimal digits.");
    }

    private static void check(String variable, boolean right, String otherwise) {
        if (!right) {
            throw new WrongSetting(variable, variable + " " + otherwise);
        }
    }

    private static boolean isServer(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme();
            String path = uri.getRawPath();
            return scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && uri.getHost() != null && uri.getPort() <= 65_535 && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null && uri.getRawFragment() == null && (path == null || path.isEmpty());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Nothing of it ever prints. */
    @Override
    public String toString() {
        return "WhatsAppProperties[…]";
    }
}
