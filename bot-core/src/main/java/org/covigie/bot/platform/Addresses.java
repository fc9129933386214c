package org.covigie.bot.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.covigie.bot.settings.WrongSetting;
import org.springframework.core.env.Environment;

/** Addresses from the configuration, checked at the start. */
final class Addresses {
    private Addresses() {}

    /**
     * An absolute http or https address without a slash at its end.
     *
     * @throws WrongSetting when it is none; the value is not repeated, it may hold a password
     */
    static String base(String variable, String value) {
        String stripped = value.strip();
        try {
            URI uri = new URI(stripped);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getPort() <= 65_535 && uri.getUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return stripped.replaceAll("/+$", "");
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new WrongSetting(variable,
                variable + " must be an address such as https://example.org/path, without user name, "
                        + "password or query.");
    }

    /** Where the outside reaches this application. */
    static String here(Environment environment) {
        return base("COVIGIE_PUBLIC_URL", environment.getProperty("covigie.public-url", "http://localhost:8080"));
    }

    /** The permanent address of a published signal. */
    static String permalink(String here, UUID id) {
        return here + "/register/signals/" + id;
    }
}
