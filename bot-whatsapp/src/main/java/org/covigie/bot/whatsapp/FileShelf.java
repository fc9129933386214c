package org.covigie.bot.whatsapp;

import java.util.Optional;

/** Where a file of ours lies until Twilio has fetched it. */
interface FileShelf {
    /** A file as it is handed out. */
    record Shelved(byte[] bytes, String type, String name) {
        @Override
        public String toString() {
            return "Shelved[" + type + ", " + bytes.length + " bytes]";
        }
    }

    /** Keeps it for some hours, and returns the secret that stands in its link. */
    String put(byte[] bytes, String type, String name);

    /** The file under this secret; empty when there is none, or no longer. */
    Optional<Shelved> get(String token);
}
