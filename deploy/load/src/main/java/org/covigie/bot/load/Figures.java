package org.covigie.bot.load;

/**
 * What one run of the benchmark found. A figure that could not be had is NaN.
 *
 * @param startSeconds from the start of the process to its readiness
 * @param setupSeconds until all groups stood
 * @param acceptedPerSecond closed loop: updates over the time until the last was accepted
 * @param handledPerSecond closed loop: updates over the time until the last was accepted and the last tag acknowledged
 * @param cpuPerThousand closed loop: processor seconds of bot and database for 1,000 updates
 * @param foreignPercent closed loop: what other programs took of one processor meanwhile; over 10 the run says little
 * @param ackP50 open loop: milliseconds from the moment a tag was due to its acknowledgement
 * @param ackP99 likewise
 * @param postP50 open loop: milliseconds from the webhook call to 2xx
 * @param postP99 likewise
 * @param openCpuPerThousand open loop: processor seconds of bot and database for 1,000 updates
 * @param idleMib resident memory of the bot before the first update
 * @param peakMib its most resident memory
 */
record Figures(String subject, String storage, String mode, double startSeconds, double setupSeconds,
        double acceptedPerSecond,
        double handledPerSecond, double cpuPerThousand, double foreignPercent, double ackP50, double ackP99,
        double postP50, double postP99,
        double openCpuPerThousand, double idleMib, double peakMib, Exactness exactness) {}
