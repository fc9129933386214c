package org.covigie.bot.screening;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.People;
import org.covigie.bot.messaging.Quoted;
import org.covigie.bot.messaging.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes a message that points to a patient from its group, where the animator has chosen so and the platform can. */
@Component
public class TakingDown {
    private final JdbcClient db;
    private final Channels channels;
    private final Groups groups;
    private final People people;
    private final Replies replies;
    private final Outbox outbox;
    private final Recent recent;

    TakingDown(JdbcClient db, Channels channels, Groups groups, People people, Replies replies, Outbox outbox,
            Recent recent) {
        this.db = db;
        this.channels = channels;
        this.groups = groups;
        this.people = people;
        this.replies = replies;
        this.outbox = outbox;
        this.recent = recent;
    }

    /** Whether a message can be deleted there at all: people's copies in groups of the house's are out of reach. */
    boolean possible(GroupInfo group) {
        return !channels.of(group.chat()).capabilities().hosted();
    }

    boolean chosen(long group) {
        return db.sql("select count(*) from deleting_group where group_id = :group").param("group", group)
                .query(Long.class).single() > 0;
    }

    void choose(long group, boolean deletes) {
        if (deletes) {
            db.sql("insert into deleting_group (group_id) values (:group) on conflict do nothing")
                    .param("group", group).update();
        } else {
            db.sql("delete from deleting_group where group_id = :group").param("group", group).update();
        }
    }

    /**
     * Deletes this message if the group wants that, with those that were joined to it and the other pictures of its album. The
     * animator hears when the bot may not.
     *
     * @return whether it is being deleted
     */
    public boolean takeDown(GroupInfo group, Quoted source) {
        if (!chosen(group.id()) || !possible(group)) {
            return false;
        }
        Set<String> messages = new LinkedHashSet<>();
        messages.add(source.message());
        messages.addAll(source.also());
        if (source.album() != null) {
            recent.album(group.chat(), source.album()).forEach(picture -> messages.add(picture.message()));
        }
        Optional<Post> refused = groups.animator(group.id()).map(Member::person).flatMap(people::byId)
                .map(animator -> replies.alone(animator, group, "deletion.refused",
                        Line.of("screening.deletion.refused", group.title())).once(
                                "undeleted:" + group.id() + ":"
                                        + source.message()));
        for (String message : messages) {
            Post deletion = Post.of("message.deletion", new Outgoing.Deletion(group.chat(), message)).mustArrive()
                    .once("deletion:" + group.id() + ":" + message);
            outbox.post(refused.map(deletion::or).orElse(deletion));
        }
        return true;
    }
}
