package org.covigie.bot.moderation;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Sender;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;

/** {@code /rappel}: the rules in short, to the group; in reply to a message, to its author alone. */
@Component
class RemindOfRules implements Command {
    private final People people;
    private final Channels channels;

    RemindOfRules(People people, Channels channels) {
        this.people = people;
        this.channels = channels;
    }

    @Override
    public String key() {
        return "remind";
    }

    @Override
    public List<String> words() {
        return List.of("rappel", "remind");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY, Spot.GROUP);
    }

    @Override
    public Answer run(Ask ask) {
        Line.Choice charter = Line.Choice.command("groups.charter.button", "/charte");
        if (ask.replyTo() == null) {
            return Answer.inGroup(Line.of("moderation.rules").choices(charter));
        }
        Sender author = ask.reply().author();
        if (author == null || author.anonymous()) {
            return Answer.privately("groups.who.anonymous");
        }
        if (author.bot()) {
            return Answer.privately("moderation.remind.bot");
        }
        Person person = people.meet(author.address());
        if (person.id() == ask.who().id()) {
            return Answer.privately("moderation.remind.own");
        }
        Line line = Line.of("moderation.remind", ask.group().title()).then("moderation.rules");
        String link = channels.of(ask.group().chat()).messageLink(ask.group().chat(), ask.reply().message());
        if (link != null) {
            line = line.choices(Line.Choice.link("moderation.button.message", link));
        }
        return Answer.toPerson(person.id(), "rules", line.choices(charter))
                .and(Answer.privately("moderation.remind.done"));
    }
}
