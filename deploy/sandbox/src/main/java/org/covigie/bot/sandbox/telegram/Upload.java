package org.covigie.bot.sandbox.telegram;

/** A file the bot sent; bytes are not copied, so nobody may change them. */
@SuppressWarnings("ArrayRecordComponent")
public record Upload(String name, String contentType, byte[] bytes) {}
