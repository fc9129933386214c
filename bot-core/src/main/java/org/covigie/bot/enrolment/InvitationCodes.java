package org.covigie.bot.enrolment;

import java.util.Optional;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.CodeTaker;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.groups.Code;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Channels;
import org.springframework.stereotype.Component;

/** The code of a group, brought to the bot in private, is a request to be let in. */
@Component
class InvitationCodes implements CodeTaker {
    private final Invitations invitations;
    private final Enrolments enrolments;
    private final Dialogue dialogue;
    private final Groups groups;
    private final Arrivals arrivals;
    private final Channels channels;

    InvitationCodes(Invitations invitations, Enrolments enrolments, Dialogue dialogue, Groups groups,
            Arrivals arrivals, Channels channels) {
        this.arrivals = arrivals;
        this.channels = channels;
        this.invitations = invitations;
        this.enrolments = enrolments;
        this.dialogue = dialogue;
        this.groups = groups;
    }

    @Override
    public Optional<Answer> take(Ask ask, String code) {
        if (ask.inGroup()) {
            return Optional.empty();
        }
        return Code.read(code).flatMap(invitations::group).map(group -> asks(ask, group));
    }

    private Answer asks(Ask ask, GroupInfo group) {
        long person = ask.who().id();
        if (groups.member(group.id(), person).filter(m -> m.holds(Role.MEMBER)).isPresent()) {
            return Answer.privately("enrolment.code.inside", group.title());
        }
        groups.lock(group.id());
        Optional<EnrolmentRow> open = channels.of(group.chat()).capabilities().invitations()
                ? enrolments.open(group.id(), person)
                : arrivals.brings(group, ask.who());
        if (open.filter(row -> row.enteredAt != null).isPresent()) {
            // the welcome with the first question is on its way
            return Answer.silent();
        }
        Line greeting = Line.of(open.isPresent() ? "enrolment.greet.again" : "enrolment.greet", group.title());
        Optional<EnrolmentRow> row = open.or(() -> enrolments.request(group, person, Door.PRIVATE, false));
        return Answer.privately(row.flatMap(found -> dialogue.next(found, group)).map(greeting::then).orElse(greeting));
    }
}
