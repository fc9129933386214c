package org.covigie.bot.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells about processes under {@code /proc} (proc(5)). A process that has gone counts as zero. */
final class ProcStats {
    // the kernel shows user-space ticks at 100 Hz on every architecture we run on
    private static final double TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ProcStats() {}

    /** Processor seconds that this process has used. */
    static double cpuSeconds(long pid) {
        String[] fields = fields(Path.of("/proc", Long.toString(pid), "stat"));
        return fields.length == 0 ? 0 : ticks(fields, USER, SYSTEM) / TICKS_PER_SECOND;
    }

    /** Processor seconds of a process, of its children that live, and of those that it has outlived; one just ending may be missed. */
    static double cpuSecondsWithChildren(long pid) {
        String[] own = fields(Path.of("/proc", Long.toString(pid), "stat"));
        long ticks = own.length == 0 ? 0 : ticks(own, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String[] fields = fields(process.resolve("stat"));
                if (fields.length > 0 && fields[PARENT].equals(Long.toString(pid))) {
                    ticks += ticks(fields, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
                }
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Processor seconds that all processes of the machine have used, without interrupts. */
    static double machineCpuSeconds() {
        for (String line : read(Path.of("/proc/stat")).lines().toList()) {
            if (line.startsWith("cpu ")) {
                String[] fields = line.substring(4).strip().split(" +");
                return (Long.parseLong(fields[0]) + Long.parseLong(fields[1]) + Long.parseLong(fields[2]))
                        / TICKS_PER_SECOND;
            }
        }
        return Double.NaN;
    }

    /** Resident memory now, in MiB. */
    static double residentMib(long pid) {
        return status(pid, "VmRSS:");
    }

    /** The most resident memory so far, in MiB. */
    static double peakMib(long pid) {
        return status(pid, "VmHWM:");
    }

    private static double status(long pid, String name) {
        for (String line : read(Path.of("/proc", Long.toString(pid), "status")).lines().toList()) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.substring(name.length()).replace("kB", "").strip()) / 1024.0;
            }
        }
        return Double.NaN;
    }

    /** The fields after the program's name, which may itself hold spaces and brackets. */
    private static String[] fields(Path stat) {
        String line = read(stat);
        int nameEnd = line.lastIndexOf(')');
        return nameEnd < 0 ? new String[0] : line.substring(nameEnd + 2).strip().split(" ");
    }

    private static long ticks(String[] fields, int... which) {
        long sum = 0;
        for (int field : which) {
            sum += Long.parseLong(fields[field]);
        }
        return sum;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
