package org.covigie.bot.groups;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Place;
import org.covigie.bot.messaging.Sieve;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happens to groups themselves: the bot comes and goes, the chat moves or is renamed, the creation code is given. */
@Component
@Order(50)
class GroupEvents implements Sieve, Handler {
    private static final Pattern START = Pattern.compile("\\s{0,8}/start\\s+(\\S{8,9})\\s*",
            Pattern.CASE_INSENSITIVE);

    private final Registration registration;
    private final People people;

    GroupEvents(Registration registration, People people) {
        this.registration = registration;
        this.people = people;
    }

    @Override
    public Optional<Incoming> keep(Incoming incoming) {
        return switch (incoming) {
            case Incoming.BotPlaced placed -> Optional.of(placed);
            case Incoming.ChatMoved moved -> Optional.of(moved);
            case Incoming.ChatRenamed renamed -> Optional.of(renamed);
            case Incoming.MemberLeft left when registration.knows(left.chat(), left.sender().address()) ->
                Optional.of(new Incoming.MemberLeft(left.chat(), left.sender().unnamed(), left.people(), left.at()));
            // the link by which the bot is put into a group has the platform say the code there, with /start
            case Incoming.Said said when branchCode(said).isPresent() ->
                branchCode(said).map(code -> said.saying(new Words("/antenne " + code)).replyingTo(null)
                        .withoutContact());
            case Incoming.Said said when possibleCode(said) && registration.awaitsCode(said.sender().address()) ->
                Optional.of(said.replyingTo(null));
            default -> Optional.empty();
        };
    }

    @Override
    public boolean handle(Incoming incoming) {
        switch (incoming) {
            case Incoming.BotPlaced placed -> registration.placed(placed);
            case Incoming.ChatMoved moved -> registration.moved(moved.chat(), moved.to());
            case Incoming.MemberLeft left -> registration.left(left.chat(), left.sender().address(), left.people());
            case Incoming.ChatRenamed renamed -> registration.renamed(renamed.chat(), renamed.title().text());
            case Incoming.Said said when possibleCode(said) -> {
                Person person = people.meet(said.sender().address());
                people.privateChat(said.chat(), true);
                return registration.unlock(person, said.text().text());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> branchCode(Incoming.Said said) {
        Matcher start = said.place() == Place.GROUP && !said.sender().bot()
                ? START.matcher(said.text().text())
                : START.matcher("");
        return start.matches() ? Code.read(start.group(1)) : Optional.empty();
    }

    private static boolean possibleCode(Incoming.Said said) {
        String text = said.text().text();
        // a sentence is for people, and may be for a group
        return said.place() == Place.PRIVATE && said.replyTo() == null && !said.forwarded() && !said.media()
                && !text.isBlank() && text.length() <= 200 && !text.strip().startsWith("/")
                && text.strip().chars().noneMatch(Character::isWhitespace);
    }
}
