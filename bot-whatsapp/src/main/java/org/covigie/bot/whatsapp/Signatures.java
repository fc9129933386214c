package org.covigie.bot.whatsapp;

import com.twilio.security.RequestValidator;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a webhook comes from Twilio and is for this account (twilio.com/docs/usage/webhooks/webhooks-security). A
 * signature holds no time: what is sent again is told by its message's id. Thread-safe.
 */
final class Signatures {
    static final String HEADER = "X-Twilio-Signature";

    private final RequestValidator validator;
    private final PublicAddress address;
    private final String account;

    Signatures(WhatsAppProperties properties, PublicAddress address) {
        this.validator = new RequestValidator(properties.authToken());
        this.address = address;
        this.account = properties.accountSid();
    }

    /**
     * @param path     the path this is served under
     * @param rawQuery the query as it came, percent signs and all
     */
    boolean right(String path, @Nullable String rawQuery, Form form, @Nullable String signature) {
        return signature != null && !signature.isEmpty()
                && validator.validate(address.signed(path, rawQuery), form.fields(), signature)
                && account.equals(form.get("AccountSid"));
    }
}
