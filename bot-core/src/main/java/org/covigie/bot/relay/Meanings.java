package org.covigie.bot.relay;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.commands.CommandReader;
import org.covigie.bot.commands.Passages;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Completion;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A reply to a copy is a reply to the original, in its group: so the commands for replies work as they do where the bot sits
 * in the group. The original's words come from memory, else from the platform, and only for who may tag them.
 */
@Component
@Order(40)
class Meanings implements Completion {
    /** What a button says when the reply was to several messages at once: which one is meant, and the command. */
    private static final Pattern PICKED = Pattern.compile("^~(\\d{1,18}) (/.*)$", Pattern.DOTALL);

    private final Routes routes;
    private final Originals originals;
    private final CommandReader reader;
    private final Recent recent;
    private final Passages passages;
    private final Channels channels;

    Meanings(Routes routes, Originals originals, CommandReader reader, Recent recent,
            Passages passages, Channels channels) {
        this.routes = routes;
        this.originals = originals;
        this.reader = reader;
        this.recent = recent;
        this.passages = passages;
        this.channels = channels;
    }

    @Override
    public Incoming complete(Incoming incoming) throws IOException {
        return switch (incoming) {
            case Incoming.Said said when said.replyTo() != null && routes.toTheBot(said) -> reply(said);
            case Incoming.Pressed pressed when pressed.place() == Place.PRIVATE && routes.hosted(pressed.chat()) ->
                picked(pressed);
            default -> incoming;
        };
    }

    private Incoming reply(Incoming.Said said) throws IOException {
        List<Originals.Original> behind = routes.behind(said);
        boolean command = reader.isCommand(said.chat(), said.text().text());
        if (behind.size() != 1 || command && !reader.speaksOfGroup(said.chat(), said.text().text())) {
            return said;
        }
        Originals.Original original = behind.getFirst();
        Optional<Address> chat = routes.chat(original, said.sender().address());
        return chat.isEmpty()
                ? said
                : said.in(chat.get(), quoted(original, chat.get(), said.sender(), command ? said.text().text() : ""));
    }

    private Incoming picked(Incoming.Pressed pressed) throws IOException {
        Matcher matcher = PICKED.matcher(pressed.data());
        if (!matcher.matches()) {
            return pressed;
        }
        Optional<Originals.Original> original = originals.find(Long.parseLong(matcher.group(1)));
        Optional<Address> chat = original.flatMap(one -> routes.chat(one, pressed.sender().address()));
        String command = matcher.group(2);
        if (chat.isEmpty() || !reader.speaksOfGroup(pressed.chat(), command)) {
            return pressed;
        }
        return new Incoming.Said(chat.get(), Place.GROUP, pressed.sender(), pressed.press(), null, new Words(command),
                quoted(original.get(), chat.get(), pressed.sender(), command), null, false, false, null, pressed.at());
    }

    private Quoted quoted(Originals.Original original, Address chat, Sender reader, String typed)
            throws IOException {
        boolean command = !typed.isEmpty();
        Optional<Quoted> known = recent.find(chat, original.message());
        if (command && !routes.tags(chat, reader.address())) {
            return bare(original, Words.NONE, true).withoutWords();
        }
        if (known.isPresent()) {
            return command ? passages.whole(chat, known.get(), arguments(typed)) : known.get();
        }
        Words words = command ? channels.of(chat).recall(original.message()) : ifItCan(chat, original.message());
        return bare(original, words == null ? Words.NONE : words, words == null);
    }

    private static String arguments(String typed) {
        String[] words = typed.strip().split("\\s+", 2);
        return words.length == 2 ? words[1] : "";
    }

    private Quoted bare(Originals.Original original, Words words, boolean withheld) {
        Sender sender = routes.author(original)
                .map(author -> new Sender(author.address(), Words.NONE, null, null, false, false)).orElse(null);
        return new Quoted(original.message(), sender, words, original.at(), null, original.media(), false, false,
                withheld, List.of());
    }

    /** What people say to each other does not wait for a quotation. */
    private @Nullable Words ifItCan(Address chat, String message) {
        try {
            return channels.of(chat).recall(message);
        } catch (IOException e) {
            return null;
        }
    }
}
