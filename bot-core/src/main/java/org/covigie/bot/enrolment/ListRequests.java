package org.covigie.bot.enrolment;

import java.util.List;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /demandes}: who waits for a decision, with the buttons to decide. */
@Component
class ListRequests implements Command {
    private static final int MOST = 8;

    private final Enrolments enrolments;
    private final Notices notices;

    ListRequests(Enrolments enrolments, Notices notices) {
        this.enrolments = enrolments;
        this.notices = notices;
    }

    @Override
    public String key() {
        return "requests";
    }

    @Override
    public List<String> words() {
        return List.of("demandes", "requests");
    }

    @Override
    public Role needs() {
        return Role.DEPUTY;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.PRIVATE);
    }

    @Override
    public boolean guarded() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        List<EnrolmentRow> open = enrolments.open(ask.group().id());
        if (open.isEmpty()) {
            return Answer.privately("enrolment.none", ask.group().title());
        }
        Answer answer = Answer.silent();
        for (EnrolmentRow row : open.subList(0, Math.min(MOST, open.size()))) {
            answer = answer.and(Answer.privately(notices.card(row)));
        }
        return open.size() > MOST
                ? answer.and(Answer.privately("enrolment.more", open.size() - MOST))
                : answer;
    }
}
