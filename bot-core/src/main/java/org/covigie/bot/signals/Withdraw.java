package org.covigie.bot.signals;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.covigie.bot.groups.MessageTakenBack;
import org.covigie.bot.messaging.Recent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** {@code /retirer}: its author takes a message out of the drafts for good. */
@Component
class Withdraw implements Command {
    private final SignalRows rows;
    private final Tagging tagging;
    private final Recent recent;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Withdraw(SignalRows rows, Tagging tagging, Recent recent, ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = rows;
        this.tagging = tagging;
        this.recent = recent;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "withdraw";
    }

    @Override
    public List<String> words() {
        return List.of("retirer", "withdraw");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        if (ask.inGroup() && ask.replyTo() != null) {
            Optional<SignalRow> row = tagging.of(ask.group().chat(), ask.reply().message(), ask.reply().album());
            return row.map(r -> withdraw(ask, r)).orElseGet(() -> Answer.privately("withdraw.nothing"));
        }
        List<Integer> numbers = ReviewCommand.numbers(ask.args());
        if (numbers.size() == 1) {
            return rows.findByGroupIdAndNumber(ask.group().id(), numbers.getFirst())
                    .filter(row -> mine(ask, row)).map(row -> withdraw(ask, row))
                    .orElseGet(() -> Answer.privately("withdraw.nothing"));
        }
        List<SignalRow> mine = rows.findByAuthorIdAndGroupIdAndStatusOrderByNumber(ask.who().id(), ask.group().id(),
                Status.DRAFT);
        if (mine.isEmpty()) {
            return Answer.privately("withdraw.nothing");
        }
        Line line = Line.of("withdraw.which");
        for (SignalRow row : mine.subList(0, Math.min(8, mine.size()))) {
            line = line.then(DraftCard.brief(row, clock.instant())).choices(Line.Choice.command("withdraw.button",
                    "/retirer " + row.number, String.valueOf(row.number)));
        }
        return Answer.privately(line);
    }

    private Answer withdraw(Ask ask, SignalRow row) {
        if (!mine(ask, row)) {
            return Answer.privately("withdraw.not-yours");
        }
        String message = tagging.source(row);
        if (message != null) {
            events.publishEvent(new MessageTakenBack(row.groupId, message));
        }
        return switch (Signal.of(row)) {
            case Signal.Draft draft -> {
                draft.withdraw(clock.instant());
                String source = tagging.source(row);
                Answer told = Answer.privately("withdraw.done");
                if (source == null) {
                    yield told;
                }
                recent.forget(ask.group().chat(), source);
                yield told.and(Answer.react(source, null, null));
            }
            case Signal.Discarded discarded -> {
                discarded.revive(false).withdraw(clock.instant());
                yield Answer.privately("withdraw.done");
            }
            case Signal.Withdrawn withdrawn -> Answer.privately("withdraw.done");
            case Signal.Publishing publishing -> {
                publishing.heldForAuthor();
                yield Answer.privately("withdraw.on-its-way");
            }
            case Signal.Published published -> Answer.privately("withdraw.too-late");
        };
    }

    private static boolean mine(Ask ask, SignalRow row) {
        return row.authorId != null && row.authorId == ask.who().id();
    }
}
