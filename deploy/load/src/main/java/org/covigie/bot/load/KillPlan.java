package org.covigie.bot.load;

import java.time.Duration;

/**
 * How a kill run goes.
 *
 * @param crowd groups and members
 * @param tags commands that must become drafts
 * @param texts ordinary messages between them
 * @param kills how often the bot is killed
 * @param shortest the least time that it lives once it is ready
 * @param longest the most
 * @param settle limit of the wait after the last update
 * @param stable how long the number of drafts must not change
 * @param manner seed and repeats
 */
record KillPlan(Crowd crowd, int tags, int texts, int kills, Duration shortest, Duration longest, Duration settle,
        Duration stable,
        Stage.Manner manner) {}
