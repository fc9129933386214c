package org.covigie.bot.companion;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Role;
import org.covigie.bot.enrolment.Entered;
import org.covigie.bot.groups.CharterAccepted;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands the link into a companion group over: once the animator has decided and the charter is accepted, whichever comes first. */
@Component
@Transactional
class LinkGiver {
    private final JdbcClient db;
    private final Groups groups;
    private final Companions companions;
    private final People people;
    private final Replies replies;
    private final InstantSource clock;

    LinkGiver(JdbcClient db, Groups groups, Companions companions, People people, Replies replies,
            InstantSource clock) {
        this.db = db;
        this.groups = groups;
        this.companions = companions;
        this.people = people;
        this.replies = replies;
        this.clock = clock;
    }

    @EventListener
    void on(Entered entered) {
        // whoever was put out and is let in again gets the link again
        db.sql("delete from companion_entry where group_id = :group and person_id = :person")
                .param("group", entered.group()).param("person", entered.person()).update();
        give(entered.group(), entered.person());
    }

    @EventListener
    void on(CharterAccepted accepted) {
        give(accepted.group(), accepted.person());
    }

    private void give(long group, long person) {
        boolean newcomer = groups.member(group, person)
                .filter(member -> member.holds(Role.MEMBER) && !member.holds(Role.ANIMATOR)).isPresent();
        if (newcomer && companions.is(group) && groups.acceptedCharter(group, person) && first(group, person)) {
            GroupInfo info = groups.info(group).orElseThrow();
            groups.link(group).ifPresent(link -> people.byId(person).ifPresent(reader -> replies.privately(reader,
                    info, null, "enrolment.link", Line.of("companion.link.given", info.title(), link),
                    Languages.of(reader, null, info), true, null)));
        }
    }

    private boolean first(long group, long person) {
        return db.sql("insert into companion_entry (group_id, person_id, handed_at) values (:group, :person, :now) "
                + "on conflict do nothing").param("group", group).param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update() == 1;
    }
}
