package org.covigie.bot.sandbox.telegram;

/** What answerCallbackQuery showed somebody: a line that passes, or an alert to close. {@code at} in seconds since 1970. */
public record SeenToast(long personId, String text, boolean alert, long at) {}
