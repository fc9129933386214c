package org.covigie.bot.messaging;

import java.time.Duration;
import java.util.Set;
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
 * @param perChat       least time between two messages to one chat, on average
 * @param perGroupMinute most messages to one group within a minute; 0: no such limit
 * @param perSecond     most messages to all chats together within a second
 * @param burst         most messages to one chat within {@code perChat}, borrowed from the time after; 1: none
 * @param live          whether messages can be edited, and pressed buttons answered, where they stand; else both are said anew
 * @param pins          whether the bot can keep a message at the top of a group
 * @param hosted        whether people only ever write to the bot itself, so that groups are kept by the house
 * @param receipts      whether the platform tells later what became of a message, and can be asked what it has
 * @param openings      the approved texts by which a conversation may be opened when the window is shut
 */
public record Capabilities(int maxText, int buttons, boolean reactions, boolean ephemeral, boolean poll,
        boolean invitations, @Nullable Duration window, Duration perChat, int perGroupMinute, int perSecond, int burst,
        boolean live, boolean pins, boolean hosted, boolean receipts, Set<Opening> openings) {
    /** A channel whose platform has groups for bots. */
    public Capabilities(int maxText, int buttons, boolean reactions, boolean ephemeral, boolean poll,
            boolean invitations, @Nullable Duration window, Duration perChat, int perGroupMinute, int perSecond) {
        this(maxText, buttons, reactions, ephemeral, poll, invitations, window, perChat, perGroupMinute, perSecond, 1,
                true, true, false, false, Set.of());
    }
}
