package org.covigie.bot.companion;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Somebody;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.ChatGone;
import org.covigie.bot.messaging.Handler;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Restraint;
import org.covigie.bot.messaging.Trouble;
import org.covigie.bot.messaging.Undelivered;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.privacy.Stopped;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the animators of groups that the house keeps which member cannot be reached any more: once, until that person writes
 * again. Where the platform keeps the group it shows that itself.
 */
@Component
@Order(5)
@Transactional
class Absences implements Handler {
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient db;
    private final Channels channels;
    private final People people;
    private final Roles roles;
    private final Groups groups;
    private final Somebody somebody;
    private final Replies replies;
    private final Restraint restraint;
    private final InstantSource clock;

    Absences(JdbcClient db, Channels channels, People people, Roles roles, Groups groups, Somebody somebody,
            Replies replies, Restraint restraint, InstantSource clock) {
        this.restraint = restraint;
        this.db = db;
        this.channels = channels;
        this.people = people;
        this.roles = roles;
        this.groups = groups;
        this.somebody = somebody;
        this.replies = replies;
        this.clock = clock;
    }

    @EventListener
    void on(ChatGone gone) {
        missed(gone.chat(), gone.code());
    }

    @EventListener
    void on(Undelivered undelivered) {
        missed(undelivered.chat(), undelivered.code());
    }

    private void missed(Address chat, String code) {
        if (hosted(chat)) {
            Trouble trouble = channels.of(chat).trouble(code);
            people.find(chat).filter(person -> news(person.id(), trouble))
                    .ifPresent(person -> tell(person, "companion.unreachable", trouble));
        }
    }

    @EventListener
    void on(Stopped stopped) {
        // whoever hesitates between stopping and beginning again tells nobody anything new
        people.byId(stopped.person()).filter(person -> restraint.allows("member-stopped " + person.id(), DAY))
                .ifPresent(person -> tell(person, "companion.stopped", ""));
    }

    /** Whoever writes can be reached again; what was written is for others to handle. */
    @Override
    public boolean handle(Incoming incoming) {
        switch (incoming) {
            case Incoming.Said said -> back(said.sender().address());
            case Incoming.Pressed pressed -> back(pressed.sender().address());
            default -> {
            }
        }
        return false;
    }

    private void back(Address person) {
        if (hosted(person)) {
            people.find(person).ifPresent(known -> forget(known.id()));
        }
    }

    void forget(long person) {
        db.sql("delete from unreachable_member where person_id = :person").param("person", person).update();
    }

    private boolean hosted(Address address) {
        return channels.on(address.channel()) && channels.of(address).capabilities().hosted();
    }

    /** Why these people cannot be reached; who is not among the keys can, as far as is known. */
    @Transactional(readOnly = true)
    public Map<Long, Trouble> why(Collection<Long> persons) {
        Map<Long, Trouble> why = new HashMap<>();
        if (!persons.isEmpty()) {
            db.sql("select person_id, trouble from unreachable_member where person_id in (:persons)")
                    .param("persons", persons).query(row -> {
                        why.put(row.getLong("person_id"), Trouble.valueOf(row.getString("trouble")));
                    });
        }
        return why;
    }

    /** Writes it down; worth telling is the first trouble, and that somebody is gone of whom one message was withheld. */
    private boolean news(long person, Trouble trouble) {
        boolean first = db.sql("insert into unreachable_member (person_id, since, trouble) values (:person, :now, "
                + ":trouble) on conflict do nothing").param("person", person).param("trouble", trouble.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update() == 1;
        return first || trouble != Trouble.WITHHELD
                && db.sql("update unreachable_member set trouble = :trouble where person_id = :person "
                        + "and trouble = :withheld").param("trouble", trouble.name()).param("person", person)
                        .param("withheld", Trouble.WITHHELD.name()).update() == 1;
    }

    private void tell(Person person, String key, Object why) {
        for (Membership membership : roles.of(person.id())) {
            GroupInfo group = membership.group();
            boolean kept = groups.find(group.id()).filter(found -> found.hosting() != Hosting.NATIVE).isPresent();
            if (kept) {
                groups.animator(group.id()).filter(animator -> animator.person() != person.id())
                        .flatMap(animator -> people.byId(animator.person()))
                        .ifPresent(animator -> replies.privately(animator, group, null, "member.unreachable",
                                Line.of(key, somebody.name(group.id(), person.id()),
                                        String.valueOf(membership.number()), group.title(), why),
                                Languages.of(animator, null, group), false, null));
            }
        }
    }
}
