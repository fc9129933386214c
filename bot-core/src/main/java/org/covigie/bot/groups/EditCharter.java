package org.covigie.bot.groups;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Component;

/** {@code /chartemodifier}: the animator writes a new version of the charter and looks at it before it is published. */
@Component
class EditCharter implements Command {
    /** With what stands below it, it still fits into one message of every channel with long ones. */
    private static final int LONGEST = 2500;

    private final CharterDesk desk;

    EditCharter(CharterDesk desk) {
        this.desk = desk;
    }

    @Override
    public String key() {
        return "editcharter";
    }

    @Override
    public List<String> words() {
        return List.of("chartemodifier", "editcharter");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        String text = ask.args().replace("\0", "").strip();
        if (text.isEmpty()) {
            return Answer.privately("groups.charter.how");
        }
        if (text.length() > LONGEST) {
            return Answer.privately("groups.charter.too-long", LONGEST);
        }
        return Answer.privately(desk.draft(ask.group().id(), new Words(text)));
    }
}
