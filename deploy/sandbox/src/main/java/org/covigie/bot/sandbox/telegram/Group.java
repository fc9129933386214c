package org.covigie.bot.sandbox.telegram;

/** A group chat; the id of a basic group changes when it {@linkplain World#migrate migrates}. */
public record Group(long id, String title) {}
