package org.covigie.bot.moderation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Member;
import org.covigie.bot.groups.Somebody;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.springframework.stereotype.Component;

/** {@code /exclure}: puts a member out after a confirmation; for an hour it can be taken back. */
@Component
class RemoveMember implements Command {
    private static final Pattern DECIDED = Pattern.compile("(\\d{1,6})\\s+(oui|yes|annuler|undo)");

    private final Groups groups;
    private final Somebody somebody;
    private final People people;
    private final Exclusion exclusion;

    RemoveMember(Groups groups, Somebody somebody, People people, Exclusion exclusion) {
        this.groups = groups;
        this.somebody = somebody;
        this.people = people;
        this.exclusion = exclusion;
    }

    @Override
    public String key() {
        return "remove";
    }

    @Override
    public List<String> words() {
        return List.of("exclure", "remove");
    }

    @Override
    public Role needs() {
        return Role.ANIMATOR;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY, Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Carries carries() {
        return Carries.NAME;
    }

    @Override
    public boolean guarded() {
        return true;
    }

    @Override
    public Answer run(Ask ask) {
        Matcher decided = DECIDED.matcher(ask.args().strip().toLowerCase(Locale.ROOT));
        if (!decided.matches()) {
            return asked(ask);
        }
        Optional<Member> member = groups.numbered(ask.group().id(), Integer.parseInt(decided.group(1)));
        if (member.isEmpty()) {
            return Answer.privately("groups.who.no-number", decided.group(1));
        }
        return switch (decided.group(2)) {
            case "oui", "yes" -> confirmed(ask, member.get());
            default -> undone(ask, member.get());
        };
    }

    private Answer asked(Ask ask) {
        long group = ask.group().id();
        return switch (somebody.meant(ask, ask.args())) {
            case Somebody.Nobody nobody -> Answer.privately(nobody.why());
            case Somebody.Found found -> {
                // somebody who left keeps the number and does not come back by this
                Member member = groups.member(group, found.person().id())
                        .orElseGet(() -> groups.known(group, found.person().id()));
                Optional<Answer> hindrance = hindrance(ask, member);
                yield hindrance.orElseGet(() -> Answer.privately(
                        Line.of("moderation.remove.confirm", somebody.name(group, member.person()), ask.group().title())
                                .choices(Line.Choice.command("moderation.button.remove",
                                        "/exclure " + member.number() + " oui"))));
            }
        };
    }

    private Optional<Answer> hindrance(Ask ask, Member member) {
        if (member.person() == ask.who().id()) {
            return Optional.of(Answer.privately("moderation.remove.self"));
        }
        return member.roles().isEmpty()
                ? Optional.of(Answer.privately("moderation.remove.gone",
                        somebody.name(ask.group().id(), member.person())))
                : Optional.empty();
    }

    private Answer confirmed(Ask ask, Member member) {
        Optional<Answer> hindrance = hindrance(ask, member);
        Optional<Person> person = people.byId(member.person());
        if (hindrance.isPresent() || person.isEmpty()) {
            return hindrance.orElseGet(() -> Answer.privately("groups.who.no-number",
                    String.valueOf(member.number())));
        }
        exclusion.remove(ask.group(), person.get(), ask.who());
        Line line = Line.of("moderation.removed", somebody.name(ask.group().id(), member.person()));
        if (groups.find(ask.group().id()).filter(group -> group.hosting() == Hosting.COMPANION).isPresent()) {
            // the bot is not in that group
            line = line.then("moderation.removed.companion");
        }
        return Answer.inPlace(line
                .choices(Line.Choice.command("moderation.button.undo", "/exclure " + member.number() + " annuler")));
    }

    private Answer undone(Ask ask, Member member) {
        Object name = somebody.name(ask.group().id(), member.person());
        return switch (exclusion.undo(ask.group(), member, ask.who())) {
            case DONE -> Answer.inPlace(Line.of("moderation.undone", name));
            case BACK -> Answer.inPlace(Line.of("moderation.undone.inside", name));
            case NOTHING -> Answer.privately("moderation.undo.nothing", name);
            case TOO_LATE -> Answer.privately("moderation.undo.late", name);
        };
    }
}
