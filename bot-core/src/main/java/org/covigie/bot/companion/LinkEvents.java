package org.covigie.bot.companion;

import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The animator of a companion group sends nothing but a new link: from then on that one is handed over. */
@Component
@Order(28)
class LinkEvents implements Sieve, Handler {
    private final Channels channels;
    private final People people;
    private final Companions companions;
    private final Links links;
    private final Replies replies;

    LinkEvents(Channels channels, People people, Companions companions, Links links, Replies replies) {
        this.channels = channels;
        this.people = people;
        this.companions = companions;
        this.links = links;
        this.replies = replies;
    }

    @Override
    public Optional<Incoming> keep(Incoming incoming) {
        return incoming instanceof Incoming.Said said && !animated(said).isEmpty()
                ? Optional.of(said.replyingTo(null).withoutContact())
                : Optional.empty();
    }

    @Override
    public boolean handle(Incoming incoming) {
        if (!(incoming instanceof Incoming.Said said)) {
            return false;
        }
        List<GroupInfo> mine = animated(said);
        if (mine.isEmpty()) {
            return false;
        }
        people.privateChat(said.chat(), true);
        Person person = people.acted(said.sender());
        Line line = companions.meant(person, mine)
                .map(group -> links.renew(group, person, said.text().text().strip()))
                .orElseGet(() -> Line.of("companion.link.which"));
        replies.privately(person, null, null, "answer", line,
                Languages.of(person, said.sender().language(), mine.getFirst()), false, null);
        return true;
    }

    /** The companion groups of somebody who says a link and nothing else. */
    private List<GroupInfo> animated(Incoming.Said said) {
        String text = said.text().text().strip();
        if (said.place() != Place.PRIVATE || said.forwarded() || text.isEmpty() || text.matches("(?s).*\\s.*")
                || !channels.on(said.chat().channel()) || !channels.of(said.chat()).invitesInto(text)) {
            return List.of();
        }
        return people.find(said.sender().address()).map(companions::animated).orElse(List.of());
    }
}
