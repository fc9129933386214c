package org.covigie.bot.relay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Departed;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.Person;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who read a group that somebody takes part from now on: once, and only then, since nobody is read before the
 * animator has decided and the charter is accepted. It goes with what people say to each other, so it costs hardly anything, and is not counted
 * as relayed.
 */
@Component
@Transactional
class Newcomers {
    private final JdbcClient db;
    private final Relaying relaying;
    private final Excerpts excerpts;
    private final Outbox outbox;
    private final Texts texts;
    private final RelaySettings settings;
    private final InstantSource clock;

    Newcomers(JdbcClient db, Relaying relaying, Excerpts excerpts, Outbox outbox,
            Texts texts, RelaySettings settings, InstantSource clock) {
        this.db = db;
        this.relaying = relaying;
        this.excerpts = excerpts;
        this.outbox = outbox;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether this person takes part for the first time since they are in the group; says so once. */
    boolean first(long group, long person) {
        return db.sql("insert into relay_entry (group_id, person_id) values (:group, :person) on conflict do nothing")
                .param("group", group).param("person", person).update() == 1;
    }

    /** Everybody who reads the group learns of the newcomer. */
    void announce(GroupInfo group, Person newcomer) {
        Instant digest = settings.nextDigest(clock.instant());
        for (Relaying.Reader reader : relaying.readers(group.id(), newcomer.id())) {
            Locale language = Languages.of(reader.person(), null, group);
            Line line = Line.of("relay.newcomer", excerpts.signature(group.id(), newcomer, language), group.title());
            outbox.post(Post.of("relay.newcomer",
                    new Outgoing.Text(reader.person().address(), null, null, null, texts.rich(line, language),
                            java.util.List.of()))
                    .asChatter(reader.mode() == Mode.DIGEST ? digest : null));
        }
    }

    /** Whoever comes back is a newcomer again. */
    @EventListener
    void on(Departed departed) {
        db.sql("delete from relay_entry where group_id = :group and person_id = :person")
                .param("group", departed.group()).param("person", departed.person()).update();
    }

    void forget(long person) {
        db.sql("delete from relay_entry where person_id = :person").param("person", person).update();
    }
}
