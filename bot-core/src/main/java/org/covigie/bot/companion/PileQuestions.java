package org.covigie.bot.companion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.CommandDone;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.messaging.Restraint;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.people.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a correspondent about what was forwarded: one question at a time, and nothing while one is open. */
@Component
@Transactional
class PileQuestions {
    private static final String ONCE = "pile:";
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final int FIRST_WORDS = 60;
    private static final int MOST_GROUPS = 8;

    private final Pile pile;
    private final Companions companions;
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Restraint restraint;

    PileQuestions(Pile pile, Companions companions, Groups groups, People people, Replies replies,
            Restraint restraint) {
        this.restraint = restraint;
        this.pile = pile;
        this.companions = companions;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
    }

    /** Puts a forwarded message on the pile, and asks about it unless a question is open. */
    void takes(Person person, Incoming.Said said, List<GroupInfo> mine) {
        if (!pile.add(person.id(), companions.meant(person, mine).map(GroupInfo::id).orElse(null), said.message(),
                said.text(), said.media())) {
            full(person, mine);
            return;
        }
        // a tag typed now is meant for what was just forwarded, not for a question of this morning
        if (pile.forgetQuestions(person.id(), STALE)) {
            ask(person, pile.newest(person.id()));
        } else {
            next(person);
        }
    }

    /** A command may have been the tag, or the choice of a group: then the next question comes. */
    @EventListener
    void on(CommandDone done) {
        people.find(done.person()).ifPresent(person -> {
            if (pile.nowhere(person.id())) {
                companions.meant(person, companions.collected(person))
                        .ifPresent(group -> pile.belongs(person.id(), group.id()));
            }
            next(person);
        });
    }

    @EventListener
    void on(Posted posted) {
        String message = posted.message();
        if (message != null && posted.once().matches(ONCE + "\\d{1,18}:\\d{1,4}")) {
            pile.question(Long.parseLong(posted.once().substring(ONCE.length()).split(":")[0]), message);
        }
    }

    private void next(Person person) {
        if (pile.asked(person.id()).isEmpty()) {
            ask(person, pile.oldest(person.id()));
        }
    }

    /** Said once for all that are forwarded in one go. */
    private void full(Person person, List<GroupInfo> mine) {
        if (restraint.allows("pile-full " + person.id(), STALE)) {
            replies.privately(person, null, null, "answer", Line.of("companion.pile.full", Pile.MOST),
                    Languages.of(person, null, mine.getFirst()), false, null);
        }
    }

    private void ask(Person person, Optional<Pile.Item> next) {
        if (next.isEmpty()) {
            return;
        }
        Pile.Item item = next.get();
        Optional<GroupInfo> group = Optional.ofNullable(item.group()).flatMap(groups::info);
        List<GroupInfo> mine = companions.collected(person);
        Line line = group.isEmpty()
                ? which(mine)
                : about(item, group.get(), pile.waiting(person.id()) - 1, mine.size() > 1);
        int times = pile.asking(item.id());
        replies.privately(person, null, null, "pile.question", line,
                Languages.of(person, null, group.orElse(mine.isEmpty() ? null : mine.getFirst())), false,
                group.isEmpty() ? null : ONCE + item.id() + ":" + times);
    }

    private static Line which(List<GroupInfo> mine) {
        Line line = Line.of("companion.pile.which");
        for (GroupInfo group : mine.subList(0, Math.min(MOST_GROUPS, mine.size()))) {
            line = line.choices(Line.Choice.command("gate.which-group.button", "/ici " + group.id(), group.title()));
        }
        return line;
    }

    private static Line about(Pile.Item item, GroupInfo group, int others, boolean several) {
        Line line = several ? Line.of("gate.in-group", group.title()) : Line.empty();
        line = item.words().isEmpty()
                ? line.then("companion.pile.media")
                : line.then("companion.pile.words", new Words(firstWords(item.words().text())));
        if (others > 0) {
            line = line.then("companion.pile.others", others);
        }
        String pressed = PileEvents.PRESSED + item.id();
        return line.then("companion.pile.ask").choices(
                Line.Choice.command("companion.pile.problem", pressed + " /probleme"),
                Line.Choice.command("companion.pile.solution", pressed + " /solution"),
                Line.Choice.command("companion.pile.signal", pressed + " /signal"));
    }

    private static String firstWords(String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        if (plain.codePointCount(0, plain.length()) <= FIRST_WORDS) {
            return plain;
        }
        String cut = plain.substring(0, plain.offsetByCodePoints(0, FIRST_WORDS));
        int space = cut.lastIndexOf(' ');
        return (space > FIRST_WORDS / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
