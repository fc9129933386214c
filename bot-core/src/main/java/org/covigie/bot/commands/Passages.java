package org.covigie.bot.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.Words;
import org.springframework.stereotype.Component;

/** What a tag takes of a group's last messages beside the one replied to, from memory. */
@Component
public class Passages {
    private static final Pattern COUNT = Pattern.compile("^([2-9])(?:\\s|$)");

    private final Recent recent;

    Passages(Recent recent) {
        this.recent = recent;
    }

    /**
     * The message replied to, whole: an album's caption may stand on another picture, and {@code /p 3} takes the next two
     * messages of the author as well.
     *
     * @param args what was typed after the tag
     */
    public Quoted whole(Address chat, Quoted quoted, String args) {
        Quoted whole = quoted;
        String album = quoted.album();
        if (album != null && quoted.text().isEmpty()) {
            whole = recent.album(chat, album).stream().filter(part -> !part.text().isEmpty()).findFirst()
                    .map(part -> quoted.with(part.text(), List.of())).orElse(quoted);
        }
        Matcher count = COUNT.matcher(args);
        if (!count.find() || quoted.part()) {
            return whole;
        }
        StringBuilder text = new StringBuilder(whole.text().text());
        List<String> also = new ArrayList<>();
        for (Quoted next : recent.following(chat, quoted.message(), Integer.parseInt(count.group(1)) - 1)) {
            if (!next.text().isEmpty()) {
                text.append('\n').append(next.text().text());
            }
            also.add(next.message());
        }
        return whole.with(new Words(text.toString().strip()), also);
    }
}
