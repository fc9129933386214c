package org.covigie.bot.messaging;

/**
 * A file that lies ready to be fetched.
 *
 * @param type its media type
 * @param name its name with its ending
 */
public record HostedFile(byte[] bytes, String type, String name) {
    @Override
    public String toString() {
        return "HostedFile[" + type + ", " + bytes.length + " bytes]";
    }
}
