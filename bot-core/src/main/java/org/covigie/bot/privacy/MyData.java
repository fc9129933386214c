package org.covigie.bot.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.people.PersonalData;
import org.springframework.stereotype.Component;

/**
 * {@code /mesdonnees}: all that is kept about the one who asks, to read, and as a file to take away. Where people only write to
 * the bot itself there is no file: such platforms do not pass one of this type on, and the text says the same.
 */
@Component
class MyData implements Command {
    private static final String FILE = "mes-donnees-covigie.json";

    private final Rooms rooms;
    private final FactsFile file;
    private final Replies replies;
    private final Texts texts;
    private final Channels channels;

    MyData(Rooms rooms, FactsFile file, Replies replies, Texts texts, Channels channels) {
        this.rooms = rooms;
        this.file = file;
        this.replies = replies;
        this.texts = texts;
        this.channels = channels;
    }

    @Override
    public String key() {
        return "mydata";
    }

    @Override
    public List<String> words() {
        return List.of("mesdonnees", "mydata");
    }

    @Override
    public Role needs() {
        return Role.ANYONE;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public boolean meets() {
        return false;
    }

    @Override
    public Answer run(Ask ask) {
        if (ask.who().isStranger()) {
            return Answer.privately("privacy.nothing");
        }
        Map<String, List<PersonalData.Datum>> facts = rooms.facts(ask.who().id());
        Membership membership = ask.membership();
        GroupInfo group = membership == null ? null : membership.group();
        Locale language = Languages.of(ask.who(), ask.sender().language(), group);
        if (!channels.of(ask.who().address()).capabilities().hosted()) {
            replies.file(ask.who(), group, "privacy.file", false, FILE,
                    file.bytes(facts.values().stream().flatMap(List::stream).toList(), language),
                    Line.of("privacy.mydata.file"), language, null);
        }
        return Answer.privately(readable(facts));
    }

    private Line readable(Map<String, List<PersonalData.Datum>> facts) {
        Line line = Line.of("privacy.mydata.title");
        for (Map.Entry<String, List<PersonalData.Datum>> room : facts.entrySet()) {
            String heading = "privacy.room." + room.getKey();
            line = line.then(texts.has(heading) ? heading : "privacy.room.other");
            for (PersonalData.Datum datum : room.getValue()) {
                line = line.then("privacy.room.fact", Line.of(datum.key(), datum.args().toArray()));
            }
        }
        return line.then("privacy.mydata.how-to-erase")
                .choices(Line.Choice.command("privacy.forget.button", "/oubliezmoi"));
    }
}
