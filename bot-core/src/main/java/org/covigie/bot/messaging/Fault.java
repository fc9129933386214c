package org.covigie.bot.messaging;

import java.util.Arrays;

/** Names a fault by its class and its place in our code. Messages of exceptions may quote what people wrote: never those. */
final class Fault {
    private static final int LONGEST = 200;

    private Fault() {}

    static String of(Throwable fault) {
        String place = Arrays.stream(fault.getStackTrace()).filter(f -> f.getClassName().startsWith("org.covigie."))
                .findFirst().map(f -> " at " + f.getFileName() + ":" + f.getLineNumber()).orElse("");
        return plain(fault.getClass().getSimpleName() + place);
    }

    /** Short, and without anything a database or a terminal would not take. */
    static String plain(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
