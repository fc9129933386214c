package org.covigie.bot.companion;

import java.util.Optional;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A correspondent writes to the bot what should have been forwarded: the words were not kept, and the way is shown. */
@Component
@Order(70)
class ForwardHint implements Handler {
    private final People people;
    private final Companions companions;
    private final Replies replies;

    ForwardHint(People people, Companions companions, Replies replies) {
        this.people = people;
        this.companions = companions;
        this.replies = replies;
    }

    @Override
    public boolean handle(Incoming incoming) {
        // the sieve of the commands leaves no words of what is no command
        if (!(incoming instanceof Incoming.Said said) || said.place() != Place.PRIVATE || said.forwarded()
                || !said.text().isEmpty()) {
            return false;
        }
        Optional<Person> correspondent = people.find(said.sender().address())
                .filter(person -> !companions.speaksElsewhere(person) && !companions.collected(person).isEmpty());
        correspondent.ifPresent(known -> {
            people.privateChat(said.chat(), true);
            Person person = people.acted(said.sender());
            replies.privately(person, null, null, "answer", Line.of("companion.hint"),
                    Languages.of(person, said.sender().language(), null), false, null);
        });
        return correspondent.isPresent();
    }
}
