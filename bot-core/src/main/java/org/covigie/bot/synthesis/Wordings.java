package org.covigie.bot.synthesis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.messaging.Button;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Correction;
import org.covigie.bot.messaging.Opening;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a group reads of a synthesis, and the keys that keep it from reading it twice. */
@Component
class Wordings {
    /** Begins the keys of announcements; the synthesis, the group and where there is one the revision follow. */
    static final String ONCE = "synthesis:";

    private final Texts texts;
    private final QuietHours quiet;
    private final Channels channels;
    private final ByMail mail;

    Wordings(Texts texts, QuietHours quiet, Channels channels, ByMail mail) {
        this.texts = texts;
        this.quiet = quiet;
        this.channels = channels;
        this.mail = mail;
    }

    Post announcement(SynthesisStore.Open open, GroupInfo group, Instant now) {
        return post(open, group, said(open, ""), once(open.id(), group.id(), open.revision()), open.title(),
                later(open, now), subscribe(group));
    }

    /** Puts right, or takes back, what this group was told or is still to be told. */
    Correction correction(SynthesisStore.Open open, GroupInfo group, Instant now) {
        String what = open.withdrawn() ? "withdrawn" : "corrected";
        Line told = Line.of("synthesis.answer." + what, open.title());
        Line line = open.withdrawn() ? told : told.then("synthesis.link", open.url());
        Post answer = post(open, group, line, corrected(open.id(), group.id(), open.revision()),
                texts.plain("synthesis.answer." + what, group.language(), open.title()), later(open, now), List.of());
        List<String> keys = IntStream.range(0, open.revision()).boxed().flatMap(revision -> Stream.of(
                once(open.id(), group.id(), revision), corrected(open.id(), group.id(), revision))).toList();
        return new Correction(group.chat(), keys, open.withdrawn() ? null : announcement(open, group, now),
                texts.rich(open.withdrawn()
                        ? Line.of(key(open) + ".withdrawn", open.title())
                        : said(open, ".corrected"), group.language()),
                open.withdrawn() ? answer.opening(Opening.NOTICE, List.of()) : answer);
    }

    /** From when on a group may hear of it; null: now. */
    @Nullable
    Instant later(SynthesisStore.Open open, Instant now) {
        return open.urgent() || open.atOnce() ? null : quiet.over(now);
    }

    static String once(UUID id, long group, int revision) {
        return ONCE + id + ":" + group + (revision == 0 ? "" : ":" + revision);
    }

    private static String corrected(UUID id, long group, int revision) {
        return "corrected:" + id + ":" + group + ":" + revision;
    }

    private Post post(SynthesisStore.Open open, GroupInfo group, Line line, String once, String title,
            @Nullable Instant later, List<List<Button>> rows) {
        return new Post(new Outgoing.Text(group.chat(), null, null, null, texts.rich(line, group.language()),
                rows), open.urgent() ? "alert" : "synthesis", true, once, false, null, false, Opening.SYNTHESIS,
                List.of(title, open.url()), later);
    }

    /** Where each reader would get a question of their own, what they answer with a number belongs to other questions. */
    private List<List<Button>> subscribe(GroupInfo group) {
        return !mail.offered() || channels.of(group.chat()).capabilities().hosted()
                ? List.of()
                : List.of(List.of(Button.command(texts.plain("synthesis.subscribe", group.language()),
                        "g" + group.id() + " /abonner")));
    }

    private static String key(SynthesisStore.Open open) {
        return open.urgent() ? "synthesis.alert" : "synthesis.announced";
    }

    private static Line said(SynthesisStore.Open open, String suffix) {
        Line line = Line.of(key(open) + suffix, open.title());
        if (open.summary() != null && !open.summary().isBlank()) {
            line = line.then("synthesis.summary", threeLines(open.summary()));
        }
        return line.then("synthesis.link", open.url());
    }

    private static String threeLines(String summary) {
        return String.join("\n", summary.strip().lines().filter(line -> !line.isBlank()).limit(3).toList());
    }
}
