package org.covigie.bot.signals;

import java.util.regex.Pattern;
import org.covigie.bot.commands.Answer;
import org.covigie.bot.commands.Ask;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.patientdata.Decision;
import org.covigie.bot.screening.Screened;
import org.covigie.bot.screening.TakingDown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A tag in reply: the message becomes a draft, and a reaction is all the group sees of it. */
@Component
class Tags {
    private static final Pattern COMMAND = Pattern.compile("\\s{0,8}/\\p{L}{1,32}(?:\\s|$)");

    private final Tagging tagging;
    private final Groups groups;
    private final Recent recent;
    private final Acknowledgement acknowledgement;
    private final Told told;
    private final TakingDown takingDown;

    Tags(Tagging tagging, Groups groups, Recent recent, Acknowledgement acknowledgement, Told told,
            TakingDown takingDown) {
        this.tagging = tagging;
        this.groups = groups;
        this.recent = recent;
        this.acknowledgement = acknowledgement;
        this.told = told;
        this.takingDown = takingDown;
    }

    /** @param word the tag's command, for the sentence that asks to repeat it */
    Answer tag(Ask ask, Kind kind, String word) {
        if (ask.group().support()) {
            groups.refusedTag(ask.group().id());
            return Answer.privately("signals.support");
        }
        Quoted source = ask.reply();
        if (source.withheld()) {
            // the role is newer than the sieve's view of it: the words may still be in memory
            source = recent.find(ask.group().chat(), source.message()).orElse(source);
        }
        if (source.withheld()) {
            return Answer.privately("signals.reply-again", "/" + word);
        }
        if (source.author() != null && source.author().bot() && !source.author().anonymous()) {
            return Answer.privately("signals.bot-message");
        }
        if (COMMAND.matcher(source.text().text()).lookingAt()) {
            return Answer.privately("signals.command-message");
        }
        if (source.text().isEmpty() && !source.media()) {
            return Answer.privately("signals.no-words");
        }
        return switch (tagging.tag(ask.group(), kind, source, note(ask.args()), ask.who())) {
            case Tagging.Drafted drafted -> drafted(ask, source, drafted);
            case Tagging.Retagged retagged -> {
                Answer answer = noted(source, retagged.row());
                Long earlier = retagged.earlierTagger();
                yield earlier == null
                        ? answer
                        : answer.and(Answer.toPerson(earlier, "tag.changed",
                                Line.of("signals.retagged", String.valueOf(retagged.row().number), kind)));
            }
            case Tagging.Closed closed ->
                Answer.privately("signals.closed." + closed.status().name(), String.valueOf(closed.number()));
        };
    }

    private Answer drafted(Ask ask, Quoted source, Tagging.Drafted drafted) {
        SignalRow row = drafted.row();
        if (source.author() == null && source.forwarded()) {
            return Answer.privately(told.unknownAuthor(row));
        }
        Screened.Part found = drafted.found();
        boolean deleted = found != null && found.decision() == Decision.HOLD
                && takingDown.takeDown(ask.group(), source);
        boolean own = drafted.author() != null && drafted.author().id() == ask.who().id();
        // a reaction would find no message any more
        Answer answer = deleted ? Answer.silent() : noted(source, row);
        return answer.and(told.tagger(row, own ? found : null, deleted)).and(told.author(ask, drafted, deleted));
    }

    private Answer noted(Quoted source, SignalRow row) {
        return Answer.react(source.message(), acknowledgement.emoji(row.kind),
                Line.of("signals.drafted", String.valueOf(row.number), row.kind));
    }

    /** What was typed after the tag, without the number of messages. */
    private static @Nullable String note(String args) {
        String note = args.replaceFirst("^[2-9](\\s+|$)", "").strip();
        return note.isEmpty() ? null : note.length() <= 1000 ? note : note.substring(0, 1000);
    }
}
