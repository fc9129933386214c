package org.covigie.bot.enrolment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.people.People;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests as they stand in the private chats of those who decide: completed in place once the candidate has answered all. */
@Component
@Transactional
class Cards {
    private static final Pattern CARD = Pattern.compile("enrol:(\\d{1,18}):(?:card|came):(\\d{1,18})");

    private final JdbcClient db;
    private final EnrolmentRows rows;
    private final Notices notices;
    private final People people;
    private final Replies replies;
    private final Vault vault;
    private final Groups groups;
    private final Channels channels;

    Cards(JdbcClient db, EnrolmentRows rows, Notices notices, People people, Replies replies, Vault vault,
            Groups groups, Channels channels) {
        this.channels = channels;
        this.groups = groups;
        this.db = db;
        this.rows = rows;
        this.notices = notices;
        this.people = people;
        this.replies = replies;
        this.vault = vault;
    }

    @EventListener
    void on(Posted posted) {
        Matcher card = CARD.matcher(posted.once());
        String message = posted.message();
        if (message == null || !card.matches() || rows.findById(Long.valueOf(card.group(1))).isEmpty()) {
            return;
        }
        long enrolment = Long.parseLong(card.group(1));
        long person = Long.parseLong(card.group(2));
        db.sql("delete from enrolment_card where enrolment_id = :enrolment and person_id = :person")
                .param("enrolment", enrolment).param("person", person).update();
        db.sql("insert into enrolment_card (enrolment_id, person_id, message) values (:enrolment, :person, :message)")
                .param("enrolment", enrolment).param("person", person).param("message", vault.seal(message)).update();
    }

    /** The candidate has answered everything: those who decide see it where the request stands. */
    void completed(EnrolmentRow row, GroupInfo group) {
        if (!Enrolments.OPEN.contains(row.status)) {
            return;
        }
        show(row, group, notices.card(row), null);
    }

    /** Decided, expired or gone: nobody is left with buttons that lead nowhere. */
    void ended(EnrolmentRow row, Line what) {
        groups.info(row.groupId).ifPresent(group -> show(row, group, what,
                // whoever decided has the answer; where nothing can be changed in its place it would be said twice
                channels.of(group.chat()).capabilities().live() ? null : row.decidedBy));
    }

    private void show(EnrolmentRow row, GroupInfo group, Line what, @Nullable Long but) {
        db.sql("select person_id, message from enrolment_card where enrolment_id = :id").param("id", row.id)
                .query((card, n) -> new Card(card.getLong("person_id"), card.getBytes("message"))).list()
                .stream().filter(card -> but == null || card.person() != but).forEach(card -> people.byId(card.person())
                        .ifPresent(person -> replies.replace(person.address(), vault.openText(card.message()), group,
                                what, Languages.of(person, null, group))));
    }

    private record Card(long person, byte[] message) {}

    void forget(long person) {
        db.sql("delete from enrolment_card where person_id = :person").param("person", person).update();
    }
}
