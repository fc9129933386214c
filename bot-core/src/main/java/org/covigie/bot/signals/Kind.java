package org.covigie.bot.signals;

/** What a clinician reports. */
public enum Kind {
    PROBLEM, SOLUTION, WEAK_SIGNAL
}
