package org.covigie.bot.synthesis;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps announcements at the top of a group, where its animator has chosen so and the platform can; what is taken back leaves. */
@Component
class Pinning {
    private static final String REFUSED = "pin-refused:";
    private static final Pattern TOLD = Pattern.compile(REFUSED + "(\\d{1,18}):\\d{1,18}");

    private final PinStore store;
    private final Channels channels;
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Outbox outbox;
    private final InstantSource clock;

    Pinning(PinStore store, Channels channels, Groups groups, People people, Replies replies, Outbox outbox,
            InstantSource clock) {
        this.store = store;
        this.channels = channels;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.outbox = outbox;
        this.clock = clock;
    }

    boolean possible(GroupInfo group) {
        return channels.of(group.chat()).capabilities().pins();
    }

    boolean chosen(long group) {
        return store.chosen(group).isPresent();
    }

    void choose(long group, boolean pins) {
        store.choose(group, pins, clock.instant());
    }

    /** Keeps this announcement at the top if the group wants that; heard a second time it does nothing more. */
    void pin(UUID id, long group, String message) {
        PinStore.Chosen chosen = store.chosen(group).orElse(null);
        GroupInfo info = chosen == null ? null : groups.info(group).orElse(null);
        if (chosen == null || info == null || !possible(info)) {
            return;
        }
        store.pinned(id, group, message);
        Post pin = Post.of("synthesis.pin", new Outgoing.Pin(info.chat(), message, true))
                .once("pin:" + id + ":" + group);
        Optional<Post> refused = chosen.refused() ? Optional.empty() : refused(info, chosen);
        outbox.post(refused.map(pin::or).orElse(pin));
    }

    /** The key keeps two refusals at once from being told twice, the mark keeps later ones from it. */
    private Optional<Post> refused(GroupInfo group, PinStore.Chosen chosen) {
        return groups.animator(group.id()).map(Member::person).flatMap(people::byId)
                .map(animator -> replies.alone(animator, group, "synthesis.pin.refused",
                        Line.of("synthesis.pin.refused", group.title()))
                        .once(REFUSED + group.id() + ":" + chosen.since().getEpochSecond()));
    }

    /** It is taken back: it no longer stands at the top, whatever the group wants by now. */
    void release(UUID id, GroupInfo group) {
        store.released(id, group.id()).ifPresent(message -> outbox.post(Post.of("synthesis.unpin",
                new Outgoing.Pin(group.chat(), message, false)).once("unpin:" + id + ":" + group.id())));
    }

    @EventListener
    void on(Posted posted) {
        Matcher told = TOLD.matcher(posted.once());
        if (told.matches()) {
            store.refused(Long.parseLong(told.group(1)));
        }
    }
}
