package org.covigie.bot.privacy;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.people.PersonalData;
import org.springframework.stereotype.Component;

/** {@code /mesdonnees}: all that is kept about the one who asks. */
@Component
class MyData implements Command {
    private final List<PersonalData> rooms;

    MyData(List<PersonalData> rooms) {
        this.rooms = rooms;
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
        Line line = Line.of("privacy.mydata.title");
        // who it is comes first, what was said last
        for (PersonalData room : rooms.reversed()) {
            for (PersonalData.Datum datum : room.export(ask.who().id())) {
                line = line.then(datum.key(), datum.args().toArray());
            }
        }
        return Answer.privately(line.then("privacy.mydata.how-to-erase")
                .choices(Line.Choice.command("privacy.forget.button", "/oubliezmoi")));
    }
}
