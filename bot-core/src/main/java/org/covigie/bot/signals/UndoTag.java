package org.covigie.bot.signals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Command;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Spot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code /annuler}: takes the tag on the message replied to back, or else one's last. With the name of a kind only a tag of
 * that kind is taken back: that is what a reaction taken away says.
 */
@Component
class UndoTag implements Command {
    private final Tagging tagging;

    UndoTag(Tagging tagging) {
        this.tagging = tagging;
    }

    @Override
    public String key() {
        return "undo";
    }

    @Override
    public List<String> words() {
        return List.of("annuler", "undo");
    }

    @Override
    public Role needs() {
        return Role.CORRESPONDENT;
    }

    @Override
    public Set<Spot> place() {
        return Set.of(Spot.REPLY, Spot.GROUP, Spot.PRIVATE);
    }

    @Override
    public Answer run(Ask ask) {
        Kind only = kind(ask.args());
        Optional<SignalRow> undone = tagging.undo(ask.group(), ask.inGroup() ? ask.replyTo() : null,
                ask.who(), only);
        if (undone.isEmpty()) {
            return only != null ? Answer.silent() : Answer.privately("undo.nothing");
        }
        String source = tagging.source(undone.get());
        Line done = Line.of("undo.done", String.valueOf(undone.get().number));
        Answer answer = source == null
                ? Answer.silent()
                : Answer.react(source, null, ask.inGroup() ? done : null);
        return ask.inGroup() ? answer : answer.and(Answer.privately(done));
    }

    private static @Nullable Kind kind(String args) {
        return switch (args) {
            case "probleme" -> Kind.PROBLEM;
            case "solution" -> Kind.SOLUTION;
            case "signal" -> Kind.WEAK_SIGNAL;
            default -> null;
        };
    }
}
