package org.covigie.bot.enrolment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.springframework.stereotype.Component;

/** {@code /invitation}: the group's invitation with its picture; {@code nouvelle} makes a new one, {@code retirer} ends it. */
@Component
class Invite implements Command {
    private static final Set<String> FRESH = Set.of("nouvelle", "nouveau", "new");
    private static final Set<String> END = Set.of("retirer", "non", "revoke", "off", "-");

    private final Invitations invitations;

    Invite(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String key() {
        return "invite";
    }

    @Override
    public List<String> words() {
        return List.of("invitation", "invite");
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
    public boolean guarded() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        String word = ask.args().strip().toLowerCase(Locale.ROOT);
        if (END.contains(word)) {
            return Answer.privately(invitations.revoke(ask.group(), ask.who().id())
                    ? "enrolment.invitation.ended"
                    : "enrolment.invitation.none");
        }
        if (!word.isEmpty() && !FRESH.contains(word)) {
            return Answer.privately("enrolment.invitation.words");
        }
        invitations.hand(ask.group(), ask.who(), !word.isEmpty());
        return ask.inGroup() && !ask.who().privateOpen()
                ? Answer.privately("enrolment.invitation.private")
                : Answer.silent();
    }
}
