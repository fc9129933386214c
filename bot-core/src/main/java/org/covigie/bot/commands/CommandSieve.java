package org.covigie.bot.commands;

import java.util.Optional;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps commands, presses and a correspondent's reactions. The words replied to are kept only for a tag by somebody who may
 * tag in a group that collects; everything else is left out before it is stored.
 */
@Component
@Order(100)
class CommandSieve implements Sieve {
    /** Stands for a command nobody knows; what was typed is not kept. */
    private static final String UNKNOWN = "/inconnu";

    private final Catalogue catalogue;
    private final CommandReader reader;
    private final Roles roles;
    private final Recent recent;
    private final Passages passages;
    private final TagReactions reactions;

    CommandSieve(Catalogue catalogue, CommandReader reader, Roles roles, Recent recent, Passages passages,
            TagReactions reactions) {
        this.passages = passages;
        this.catalogue = catalogue;
        this.reader = reader;
        this.roles = roles;
        this.recent = recent;
        this.reactions = reactions;
    }

    @Override
    public Optional<Incoming> keep(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Said said -> said(said);
            case Incoming.Pressed pressed -> Optional.of(pressed);
            case Incoming.Reacted reacted -> reacted(reacted);
            case Incoming.Edited edited -> Optional.empty();
            case Incoming.BotPlaced placed -> Optional.empty();
            case Incoming.ChatMoved moved -> Optional.empty();
            case Incoming.ChatRenamed renamed -> Optional.empty();
            case Incoming.MemberLeft left -> Optional.empty();
            case Incoming.JoinRequested request -> Optional.empty();
            case Incoming.MembersJoined joined -> Optional.empty();
            case Incoming.Voted voted -> Optional.empty();
            case Incoming.PrivateChat chat -> Optional.of(chat);
        };
    }

    private Optional<Incoming> said(Incoming.Said said) {
        if (said.sender().bot() && !said.sender().anonymous()) {
            return Optional.empty();
        }
        Optional<Typed> typed = reader.read(said.chat(), said.text().text());
        Optional<Command> command = typed.flatMap(t -> catalogue.find(t.word()));
        if (command.isEmpty()) {
            // in private everything is meant for the bot, yet words that are no command are nobody's business
            boolean unknown = typed.isPresent();
            return said.place() == Place.GROUP
                    ? Optional.empty()
                    : Optional.of(unknown ? said.unread().saying(new Words(UNKNOWN)) : said.unread());
        }
        Quoted quoted = said.replyTo();
        return Optional
                .of(quoted == null ? said : said.replyingTo(narrow(said, command.get(), typed.get().args(), quoted)));
    }

    private Quoted narrow(Incoming.Said said, Command command, String args, Quoted quoted) {
        return switch (command.carries()) {
            case REFERENCE -> quoted.withoutWords();
            case CONTACT -> quoted.onlyContact();
            case NAME -> !may(said.chat(), said.sender().address(), command.needs())
                    ? quoted.withoutWords()
                    : new Quoted(quoted.message(), quoted.author(), Words.NONE, quoted.sentAt(), quoted.album(),
                            quoted.media(), quoted.forwarded(), quoted.part(), true, java.util.List.of());
            case WORDS -> mayTag(said.chat(), said.sender().address())
                    ? passages.whole(said.chat(), quoted, args).unnamed()
                    : quoted.withoutWords();
        };
    }

    private Optional<Incoming> reacted(Incoming.Reacted reacted) {
        if (reactions.command(reacted.before(), reacted.now()).isEmpty()
                || !mayTag(reacted.chat(), reacted.sender().address())) {
            return Optional.empty();
        }
        return Optional.of(reacted.on(recent.find(reacted.chat(), reacted.message())
                .map(quoted -> passages.whole(reacted.chat(), quoted, "").unnamed()).orElse(null)));
    }

    private boolean may(Address chat, Address person, Role role) {
        return roles.in(chat, person).filter(m -> m.holds(role)).isPresent();
    }

    private boolean mayTag(Address chat, Address person) {
        return roles.in(chat, person)
                .filter(m -> m.holds(Role.CORRESPONDENT) && !m.group().support() && !m.group().locked()).isPresent();
    }
}
