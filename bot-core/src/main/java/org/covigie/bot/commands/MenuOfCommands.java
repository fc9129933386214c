package org.covigie.bot.commands;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.covigie.bot.messaging.Menu;
import org.springframework.stereotype.Component;

/** The commands as a channel shows them while somebody types: the French word for French readers, the English one else. */
@Component
class MenuOfCommands implements Menu {
    /** What is used every day first: the correspondent's commands, then the members', then the animator's. */
    static final Comparator<Command> BY_IMPORTANCE = Comparator
            .<Command>comparingInt(command -> switch (command.needs()) {
                case CORRESPONDENT -> 0;
                case MEMBER -> 1;
                case ANYONE -> 2;
                case DEPUTY -> 3;
                case ANIMATOR -> 4;
            }).thenComparing(command -> command.words().getFirst());

    private final Catalogue catalogue;
    private final Texts texts;

    MenuOfCommands(Catalogue catalogue, Texts texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public List<Entry> entries(Scope scope, Locale language) {
        return catalogue.all().stream().filter(command -> shows(scope, command)).sorted(BY_IMPORTANCE).limit(100)
                .map(command -> new Entry(word(command, language),
                        shortened(texts.plain("command." + command.key() + ".help", language))))
                .toList();
    }

    private static boolean shows(Scope scope, Command command) {
        // a platform with menus has groups for bots
        return command.listed() && !command.hosted() && switch (scope) {
            case PRIVATE -> command.place().contains(Spot.PRIVATE);
            case GROUP -> !command.place().equals(java.util.Set.of(Spot.PRIVATE)) && command.needs() != Role.ANIMATOR
                    && command.needs() != Role.DEPUTY;
            case GROUP_ADMINISTRATORS -> !command.place().equals(java.util.Set.of(Spot.PRIVATE));
        };
    }

    /** The word by which a reader of this language knows the command. */
    static String word(Command command, Locale language) {
        boolean french = language.getLanguage().equals("fr");
        return french || command.words().size() < 2 || command.words().get(1).length() < 3
                ? command.words().getFirst()
                : command.words().get(1);
    }

    private static String shortened(String sentence) {
        return sentence.length() <= 256 ? sentence : sentence.substring(0, 255) + "…";
    }
}
