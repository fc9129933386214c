package org.covigie.bot.commands;

import java.util.Optional;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.people.Address;
import org.springframework.stereotype.Component;

/** Tells commands from what people say to each other: by the slash, or by a command's bare words where the channel has them. */
@Component
public class CommandReader {
    private static final Pattern END = Pattern.compile("[\\s.!…]{1,8}$");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST_BARE = 300;

    private final Catalogue catalogue;
    private final Channels channels;

    CommandReader(Catalogue catalogue, Channels channels) {
        this.catalogue = catalogue;
        this.channels = channels;
    }

    /** Whether this is a command, known or not. */
    public boolean isCommand(Address chat, String text) {
        return read(chat, text).isPresent();
    }

    /** Whether this is a command that may speak of a group or of one of its messages. */
    public boolean speaksOfGroup(Address chat, String text) {
        return read(chat, text).flatMap(typed -> catalogue.find(typed.word()))
                .filter(command -> command.place().contains(Spot.GROUP) || command.place().contains(Spot.REPLY))
                .isPresent();
    }

    /** Whether this is a command that keeps the words of the message it answers: a tag. */
    public boolean carriesWords(Address chat, String text) {
        return read(chat, text).flatMap(typed -> catalogue.find(typed.word()))
                .filter(command -> command.carries() == Command.Carries.WORDS).isPresent();
    }

    /** Whether people only ever write to the bot itself on this chat's channel. */
    boolean hosted(Address chat) {
        return channels.on(chat.channel()) && channels.of(chat).capabilities().hosted();
    }

    Optional<Typed> read(Address chat, String text) {
        Optional<Typed> typed = Typed.read(text);
        return typed.isPresent() || text.length() > LONGEST_BARE || !hosted(chat) ? typed : bare(text);
    }

    private Optional<Typed> bare(String text) {
        String said = SPACES.matcher(END.matcher(text.strip()).replaceFirst("")).replaceAll(" ");
        String folded = Typed.fold(said);
        for (Command command : catalogue.all()) {
            Bare bare = command.bare();
            if (bare.words().contains(folded)) {
                return Optional.of(new Typed(command.words().getFirst(), ""));
            }
            int space = said.lastIndexOf(' ');
            if (bare.argument() && space > 0 && bare.words().contains(Typed.fold(said.substring(0, space)))) {
                return Optional.of(new Typed(command.words().getFirst(), said.substring(space + 1)));
            }
        }
        return Optional.empty();
    }
}
