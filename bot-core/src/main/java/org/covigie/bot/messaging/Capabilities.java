package org.covigie.bot.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a channel can do; the core asks this, never which channel it is.
 *
 * @param maxText       longest text of one message, in UTF-16 code units; longer ones are cut at a word into several
 * @param buttons       most buttons under one message; 0: choices are numbered in the text
 * @param reactions     whether the bot can react to a message
 * @param ephemeral     whether a message in a group can be shown to one member only
 * @param poll          whether the platform has polls of its own
 * @param invitations   whether the bot can make links to a group, let in who asks there, and put people out
 * @param window        how long after a person's last message free text may be sent; null: always
 * @param perChat       least time between two messages to one chat
 * @param perGroupMinute most messages to one group within a minute; 0: no such limit
 * @param perSecond     most messages to all chats together within a second
 */
public record Capabilities(int maxText, int buttons, boolean reactions, boolean ephemeral, boolean poll,
        boolean invitations,
        @Nullable Duration window, Duration perChat, int perGroupMinute, int perSecond) {}
