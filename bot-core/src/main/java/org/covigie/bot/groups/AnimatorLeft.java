package org.covigie.bot.groups;

import org.jspecify.annotations.Nullable;

/**
 * The animator is no longer in the chat.
 *
 * @param heir the person who animates now; null when there was nobody the role could go to
 */
record AnimatorLeft(long group, @Nullable Long heir) {}
