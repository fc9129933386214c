package org.covigie.bot.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Groups;
import org.springframework.stereotype.Component;

/** {@code /candidature}: a candidate's answer to a question, as the buttons type it; alone it asks what is still open. */
@Component
class Candidate implements Command {
    private static final String NO = "?";
    /** Stands for words that belong to the open question and are no answer to it. */
    static final String NO_ANSWER = "/candidature " + NO;

    private final Applications applications;
    private final Dialogue dialogue;
    private final Groups groups;

    Candidate(Applications applications, Dialogue dialogue, Groups groups) {
        this.applications = applications;
        this.dialogue = dialogue;
        this.groups = groups;
    }

    @Override
    public String key() {
        return "application";
    }

    @Override
    public List<String> words() {
        return List.of("candidature", "application");
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
    public boolean listed() {
        return false;
    }

    @Override
    public Answer run(Ask ask) {
        Optional<Numbered> answer = Numbered.read(ask.args());
        Optional<EnrolmentRow> row = answer.isEmpty()
                ? applications.of(ask.who().id())
                : applications.of(ask.who().id(), answer.get().number());
        Optional<GroupInfo> group = row.flatMap(found -> groups.info(found.groupId));
        if (row.isEmpty() || group.isEmpty()) {
            return Answer.inPlace(Line.of("enrolment.application.none"));
        }
        if (ask.args().equals(NO) && Dialogue.awaits(row.get(), "")) {
            return Answer.inPlace(Dialogue.wrong(row.get()));
        }
        if (answer.isEmpty() || answer.get().rest().isEmpty()) {
            Dialogue.resume(row.get());
            return Answer.inPlace(dialogue.next(row.get(), group.get())
                    .orElseGet(() -> Line.of("enrolment.done." + row.get().status, group.get().title())));
        }
        String[] words = answer.get().rest().split("\\s+", 2);
        return Answer.inPlace(
                applications.answered(row.get(), group.get(), words[0], words.length == 1 ? "" : words[1].strip()));
    }
}
