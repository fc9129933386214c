package org.covigie.bot.signals;

import org.covigie.bot.commands.TagReactions;
import org.springframework.stereotype.Component;

/** The reaction with which the bot acknowledges a tag: the same one by which a correspondent may tag. */
@Component
class Acknowledgement {
    private final TagReactions reactions;

    Acknowledgement(TagReactions reactions) {
        this.reactions = reactions;
    }

    String emoji(Kind kind) {
        return switch (kind) {
            case PROBLEM -> reactions.problem();
            case SOLUTION -> reactions.solution();
            case WEAK_SIGNAL -> reactions.signal();
        };
    }
}
