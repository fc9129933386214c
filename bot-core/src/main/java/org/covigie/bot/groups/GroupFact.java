package org.covigie.bot.groups;

import org.covigie.bot.commands.Line;

/** Something another room knows about a group and {@code /groupe} shows, for instance how many drafts wait. */
public interface GroupFact {
    Line about(long group);
}
