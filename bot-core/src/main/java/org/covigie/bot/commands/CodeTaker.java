package org.covigie.bot.commands;

import java.util.Optional;

/** Takes a code that somebody brings from a link or a poster; implemented by each room that hands out codes. */
public interface CodeTaker {
    /** What comes of it; empty when the code is none of this room's, or no longer. */
    Optional<Answer> take(Ask ask, String code);
}
