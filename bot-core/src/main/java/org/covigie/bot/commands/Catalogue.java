package org.covigie.bot.commands;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** All commands, by their words. Spring collects them; nothing is registered elsewhere. */
@Component
class Catalogue {
    private final SingletonSupplier<Map<String, Command>> byWord;

    // a provider, since the help is a command too and asks the catalogue
    Catalogue(ObjectProvider<Command> commands) {
        byWord = SingletonSupplier.of(() -> index(commands.orderedStream().toList()));
    }

    Optional<Command> find(String word) {
        return Optional.ofNullable(byWord.obtain().get(word));
    }

    /** Every command once, in the order of the first word. */
    Collection<Command> all() {
        return byWord.obtain().values().stream().distinct().toList();
    }

    private static Map<String, Command> index(List<Command> commands) {
        Map<String, Command> index = new TreeMap<>();
        for (Command command : commands) {
            for (String word : command.words()) {
                Command other = index.putIfAbsent(word, command);
                if (other != null) {
                    throw new IllegalStateException("the word /" + word + " stands for two commands");
                }
            }
        }
        return Map.copyOf(index);
    }
}
