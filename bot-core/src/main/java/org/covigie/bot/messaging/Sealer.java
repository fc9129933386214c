package org.covigie.bot.messaging;

import org.covigie.bot.people.Address;
import org.covigie.bot.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns what waits into sealed bytes and back. Its own mapper: what lies in the database must not change with the web's. */
@Component
public class Sealer {
    private final Vault vault;
    // an older instance and a newer one must be able to read what the other wrote while both run
    private final JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    Sealer(Vault vault) {
        this.vault = vault;
    }

    /** Any text survives, U+0000 too; half a surrogate pair becomes a question mark. */
    public byte[] seal(Object value) {
        try {
            // by way of a String: writing bytes at once refuses half a surrogate pair
            return vault.seal(json.writeValueAsString(value));
        } catch (JacksonException e) {
            throw new IllegalStateException("cannot be written: " + e.getClass().getSimpleName());
        }
    }

    /** What {@link #seal} made of a value of this type. */
    public <T> T open(byte[] sealed, Class<T> type) {
        String text = vault.openText(sealed);
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            // the cause quotes the text
            throw new IllegalStateException("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    String openText(byte[] sealed) {
        return vault.openText(sealed);
    }

    byte[] sealText(String text) {
        return vault.seal(text);
    }

    /** The lane of a chat. */
    String lane(Address chat) {
        return vault.fingerprint(chat.key());
    }

    /** How a message is found by its id. */
    String print(String channel, String message) {
        return fingerprint("message " + channel + " " + message);
    }

    String fingerprint(String text) {
        return vault.fingerprint(text);
    }
}
