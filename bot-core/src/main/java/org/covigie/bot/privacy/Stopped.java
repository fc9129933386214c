package org.covigie.bot.privacy;

/** Somebody wants no more messages from the bot. */
public record Stopped(long person) {}
