package org.covigie.bot.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;

/** {@code /proposer}: a member proposes somebody by contact card, @name or number; the animator decides. */
@Component
class Propose implements Command {
    private final Enrolments enrolments;
    private final EnrolmentRows rows;
    private final People people;
    private final Groups groups;
    private final Channels channels;

    Propose(Enrolments enrolments, EnrolmentRows rows, People people, Groups groups, Channels channels) {
        this.channels = channels;
        this.enrolments = enrolments;
        this.rows = rows;
        this.people = people;
        this.groups = groups;
    }

    @Override
    public String key() {
        return "propose";
    }

    @Override
    public List<String> words() {
        return List.of("proposer", "propose");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.GROUP, Spot.REPLY, Spot.PRIVATE);
    }

    @Override
    public Carries carries() {
        return Carries.CONTACT;
    }

    @Override
    public Answer run(Ask ask) {
        boolean hosted = channels.of(ask.group().chat()).capabilities().hosted();
        Optional<Proposal> proposal = Proposal.read(ask, hosted);
        if (proposal.isEmpty()) {
            return Answer.privately("enrolment.propose.who");
        }
        Proposal who = proposal.get();
        if (hosted && who.subject() == null) {
            // there is no link for one person alone: whoever comes must be recognised
            return Answer.privately("enrolment.propose.number");
        }
        String subject = who.subject() == null ? null : enrolments.subject(who.subject());
        Optional<Person> known = who.handle() == null
                ? Optional.ofNullable(who.address()).flatMap(people::find)
                        .or(() -> subject == null ? Optional.empty() : enrolments.known(ask.group().id(), subject))
                : people.byHandle(ask.group().chat().channel(), who.handle());
        if (known.flatMap(person -> groups.member(ask.group().id(), person.id())).filter(m -> m.holds(Role.MEMBER))
                .isPresent()) {
            return Answer.privately("enrolment.propose.inside");
        }
        boolean already = subject != null && rows
                .expected(ask.group().id(), Enrolments.OPEN, List.of(subject), "-").stream().findAny().isPresent();
        if (already || known.flatMap(person -> enrolments.open(ask.group().id(), person.id())).isPresent()) {
            return Answer.privately("enrolment.propose.already");
        }
        enrolments.propose(ask.group(), ask.who().id(), who.label(), subject);
        return Answer.privately("enrolment.propose.done");
    }
}
