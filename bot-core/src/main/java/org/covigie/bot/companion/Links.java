package org.covigie.bot.companion;

import java.util.Locale;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.groups.Founding;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.people.Person;
import org.covigie.bot.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links into companion groups: a group is registered by its link, and the link changes when the animator sends another. */
@Service
@Transactional
class Links {
    private final JdbcClient db;
    private final Founding founding;
    private final Groups groups;
    private final Journal journal;
    private final Companions companions;
    private final Vault vault;

    Links(JdbcClient db, Founding founding, Groups groups, Journal journal, Companions companions, Vault vault) {
        this.db = db;
        this.founding = founding;
        this.groups = groups;
        this.journal = journal;
        this.companions = companions;
        this.vault = vault;
    }

    /** Registers a group; the one of this name that the person animates already gets another link. */
    Line register(Person person, String name, String link, Locale language) {
        Optional<GroupInfo> mine = companions.animated(person).stream()
                .filter(group -> group.title().equalsIgnoreCase(name)).findFirst();
        if (mine.isPresent()) {
            return renew(mine.get(), person, link);
        }
        if (leadsTo(link).isPresent()) {
            return Line.of("companion.link.taken");
        }
        Optional<Line> refusal = founding.refusal(person.id());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        GroupInfo group = founding.found(person, name, Hosting.COMPANION, link, language);
        write(group.id(), link);
        return group.locked()
                ? Line.of("groups.code.ask", group.title())
                : Line.of("companion.registered", group.title());
    }

    /** From now on another link is handed over. */
    Line renew(GroupInfo group, Person person, String link) {
        Optional<Long> owner = leadsTo(link);
        if (owner.isPresent()) {
            return owner.get() == group.id()
                    ? Line.of("companion.link.same", group.title())
                    : Line.of("companion.link.taken");
        }
        db.sql("delete from companion_link where group_id = :group").param("group", group.id()).update();
        groups.link(group.id(), link);
        write(group.id(), link);
        journal.note(group.id(), "link-renewed", person.id(), null, "");
        return Line.of("companion.link.renewed", group.title());
    }

    private Optional<Long> leadsTo(String link) {
        return db.sql("select group_id from companion_link where link_print = :print").param("print", print(link))
                .query(Long.class).optional();
    }

    // two who bring the same link at once: the second is tried anew and finds it taken
    private void write(long group, String link) {
        db.sql("insert into companion_link (group_id, link_print) values (:group, :print)").param("group", group)
                .param("print", print(link)).update();
    }

    private String print(String link) {
        // what the platform's application appends when a link is shared is no part of it
        return vault.fingerprint("companion:" + link.replaceFirst("[?#].*$", "").replaceFirst("/+$", ""));
    }
}
