package org.covigie.bot.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The reactions by which a correspondent tags a message, and with which the bot acknowledges a tag. All three stand on the
 * list of reactions that Telegram allows (core.telegram.org/bots/api#reactiontypeemoji).
 */
@ConfigurationProperties("covigie.reactions")
public record TagReactions(@DefaultValue("🤔") String problem, @DefaultValue("👌") String solution,
        @DefaultValue("👀") String signal) {

    /** The command a change of reactions stands for: a new tag, or the taking back of one; empty when it is neither. */
    Optional<String> command(Set<String> before, Set<String> now) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(problem, "probleme");
        words.put(solution, "solution");
        words.put(signal, "signal");
        Optional<String> added = words.keySet().stream().filter(e -> now.contains(e) && !before.contains(e))
                .findFirst();
        if (added.isPresent()) {
            return added.map(e -> "/" + words.get(e));
        }
        return words.keySet().stream().filter(e -> before.contains(e) && !now.contains(e)).findFirst()
                .map(e -> "/annuler " + words.get(e));
    }
}
