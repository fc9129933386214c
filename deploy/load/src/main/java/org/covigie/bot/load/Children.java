package org.covigie.bot.load;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The processes that we started: none of them outlives us, unless we are killed without warning. */
final class Children {
    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    private static volatile boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Children::end));
    }

    private Children() {}

    private static void end() {
        ending = true;
        LIVING.forEach(Process::destroyForcibly);
    }

    static void keep(Process process) {
        LIVING.add(process);
        var _ = process.onExit().thenAccept(LIVING::remove);
        if (ending) {
            process.destroyForcibly();
        }
    }

    /** Does not return once we are being stopped: the children die of it, and that must not be told as their failure. */
    static void stillWanted() {
        while (ending) {
            LockSupport.park();
        }
    }
}
