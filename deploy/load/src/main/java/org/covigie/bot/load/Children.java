package org.covigie.bot.load;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that we started: none of them outlives us, unless we are killed without warning. */
final class Children {
    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> LIVING.forEach(Process::destroyForcibly)));
    }

    private Children() {}

    static void keep(Process process) {
        LIVING.add(process);
        var _ = process.onExit().thenAccept(LIVING::remove);
    }
}
