package org.covigie.bot.enrolment;

import java.time.Instant;
import java.time.InstantSource;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.groups.Group;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Hosting;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.groups.LimitChanged;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens on the platform after a decision: the door opens or stays shut, a personal link is handed over, somebody enters. */
@Service
@Transactional
class Entries {
    static final String LINK = "enrol-link:";
    private static final String ADMIT = "enrol-admit:";
    private static final String YES = "enrol-yes:";
    private static final String TOLD = "enrol-told:";

    private final EnrolmentRows rows;
    private final Groups groups;
    private final Journal journal;
    private final People people;
    private final Notices notices;
    private final Dialogue dialogue;
    private final Outbox outbox;
    private final Replies replies;
    private final Vault vault;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Entries(EnrolmentRows rows, Groups groups, Journal journal, People people, Notices notices, Dialogue dialogue,
            Outbox outbox, Replies replies, Vault vault, InstantSource clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.groups = groups;
        this.journal = journal;
        this.people = people;
        this.notices = notices;
        this.dialogue = dialogue;
        this.outbox = outbox;
        this.replies = replies;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the platform's own group is entered by a link that is handed over later. */
    boolean companion(GroupInfo group) {
        return groups.find(group.id()).filter(found -> found.hosting() == Hosting.COMPANION).isPresent();
    }

    static String key(String prefix, EnrolmentRow row, Instant now) {
        return prefix + row.id + ":" + now.toEpochMilli();
    }

    /** The candidate hears it first, while the platform lets us write to somebody who asks; then the door opens. */
    void welcome(GroupInfo group, EnrolmentRow row, Person by) {
        Person person = people.byId(java.util.Objects.requireNonNull(row.personId)).orElseThrow();
        Line approved = Line.of("enrolment.candidate.approved", group.title());
        outbox.post(replies.alone(person, group, "enrolment.decided", approved).mustArrive()
                .once(key(YES, row, clock.instant())).or(admission(group, row, by)));
    }

    /** Lets somebody in who waits at the platform's door. */
    void admit(GroupInfo group, EnrolmentRow row, @Nullable Person by) {
        row.answeredChat = true;
        outbox.post(admission(group, row, by));
    }

    private Post admission(GroupInfo group, EnrolmentRow row, @Nullable Person by) {
        Post post = Post.of("enrolment.admit", new Outgoing.Admission(group.chat(), candidate(row), true))
                .once(key(ADMIT, row, clock.instant()));
        return by == null ? post : post.or(noRight(group, by));
    }

    /** What is said to whoever decided when the platform did not do it. */
    Post noRight(GroupInfo group, Person by) {
        return replies.alone(by, group, "enrolment.no-right", Line.of("enrolment.no-right", group.title()));
    }

    private static Post shutting(GroupInfo group, Address candidate) {
        return Post.of("enrolment.shut", new Outgoing.Admission(group.chat(), candidate, false));
    }

    /** The candidate hears it first: afterwards the platform closes the way to write to them. */
    void turnedDown(GroupInfo group, EnrolmentRow row, Line line) {
        Person person = row.personId == null ? null : people.byId(row.personId).orElse(null);
        if (person == null) {
            return;
        }
        Post told = replies.alone(person, group, "enrolment.decided", line).mustArrive().once(TOLD + row.id);
        outbox.post(row.askedChat && !row.answeredChat ? told.or(shutting(group, person.address())) : told);
    }

    /** The door opens for somebody approved who still waits before it. */
    void open(EnrolmentRow row) {
        if (row.status == EnrolmentStatus.APPROVED && row.askedChat && !row.answeredChat && row.personId != null
                && row.enteredAt == null) {
            Person by = row.decidedBy == null ? null : people.byId(row.decidedBy).orElse(null);
            groups.info(row.groupId).ifPresent(group -> admit(group, row, by));
        }
    }

    /** Whoever asks again and again hears it, and waits at no door. */
    void tooOften(GroupInfo group, Person person) {
        Line tooOften = Line.of("enrolment.too-often", group.title());
        outbox.post(replies.alone(person, group, "enrolment.too-often", tooOften).mustArrive());
        outbox.post(shutting(group, person.address()));
    }

    /** The platform is told that the request is turned down. */
    void shut(EnrolmentRow row) {
        if (row.askedChat && !row.answeredChat && row.personId != null) {
            row.answeredChat = true;
            groups.info(row.groupId).ifPresent(group -> outbox.post(shutting(group, candidate(row))));
        }
    }

    @EventListener
    void on(Posted posted) {
        String once = posted.once();
        String reference = posted.reference();
        if (once.startsWith(ADMIT)) {
            row(once, ADMIT).filter(row -> row.enteredAt == null).ifPresent(row -> {
                groups.lock(row.groupId);
                GroupInfo group = groups.info(row.groupId).orElseThrow();
                Integer people = groups.find(row.groupId).map(Group::people).orElse(null);
                groups.counted(row.groupId, people == null ? null : people + 1);
                entered(group, row);
            });
        } else if (once.startsWith(YES)) {
            row(once, YES).ifPresent(this::open);
        } else if (once.startsWith(TOLD)) {
            row(once, TOLD).ifPresent(this::shut);
        } else if (once.startsWith(LINK) && reference != null) {
            row(once, LINK).filter(row -> row.invitation == null).ifPresent(row -> link(row, reference));
        }
    }

    private java.util.Optional<EnrolmentRow> row(String once, String prefix) {
        String id = once.substring(prefix.length()).split(":", 2)[0];
        return id.matches("\\d{1,18}") ? rows.findById(Long.valueOf(id)) : java.util.Optional.empty();
    }

    /** The link made for one person: to that person, or to whoever proposed them to pass it on. */
    private void link(EnrolmentRow row, String link) {
        row.invitation = vault.seal(link);
        row.invitationPrint = vault.fingerprint("link:" + link);
        link(row);
    }

    /** Hands the link over, once more where need be. */
    void link(EnrolmentRow row) {
        String link = vault.openText(row.invitation);
        GroupInfo group = groups.info(row.groupId).orElseThrow();
        if (row.personId != null) {
            notices.toPerson(row.personId, null, "enrolment.link",
                    Line.of("enrolment.candidate.link", group.title(), link), null);
        }
        if (row.proposerId != null) {
            notices.toPerson(row.proposerId, group, "enrolment.link",
                    Line.of("enrolment.proposer.link", notices.name(row), link), null);
        }
    }

    /** The person is in: a member from now on, with the answers already given; the rest is asked. */
    void entered(GroupInfo group, EnrolmentRow row) {
        if (row.enteredAt != null || row.personId == null) {
            return;
        }
        row.enteredAt = clock.instant();
        groups.enrol(group.id(), row.personId);
        events.publishEvent(new Entered(group.id(), row.personId));
        boolean known = row.charterVersion != null;
        dialogue.pass(row);
        journal.note(group.id(), "entered", row.personId, null, String.valueOf(row.number));
        end(group, row);
        if (!known || row.door == Door.PROPOSAL) {
            notices.greet(row, group, companion(group) ? "enrolment.welcome.link" : "enrolment.welcome");
        }
        plan(group);
    }

    /** The personal link leads nowhere from now on. */
    private void end(GroupInfo group, EnrolmentRow row) {
        if (row.invitation != null) {
            outbox.post(Post.of("invitation.end",
                    new Outgoing.InvitationEnd(group.chat(), vault.openText(row.invitation))));
            row.invitation = null;
        }
    }

    /** Somebody approved has not come in time. */
    void lapsed(GroupInfo group, EnrolmentRow row) {
        end(group, row);
        turnedDown(group, row, Line.of("enrolment.candidate.lapsed", group.title()));
        notices.toPerson(row.proposerId, group, "enrolment.expired",
                Line.of("enrolment.proposer.lapsed", notices.name(row)), null);
    }

    /** More places: the animator learns who waits; nobody enters without a decision. */
    @EventListener
    void on(LimitChanged changed) {
        int open = rows.findByGroupIdAndStatusInOrderByNumber(changed.group(), Enrolments.OPEN).size();
        if (changed.now() > changed.before() && open > 0) {
            groups.info(changed.group()).ifPresent(group -> notices.toDeciders(group, "enrolment.room",
                    Line.of("enrolment.room", group.title(), changed.now(), open)
                            .choices(Line.Choice.command("enrolment.plan.requests", "/demandes")),
                    null));
        }
    }

    /** From nine tenths of the limit on the animator gets one ready plan. */
    void plan(GroupInfo group) {
        Group now = groups.find(group.id()).orElseThrow();
        if (now.taken() * 10 < now.limit() * 9) {
            return;
        }
        String branch = "/antenne " + now.title() + " 2";
        Line line = Line.of("enrolment.plan", now.title(), now.taken(), now.limit());
        String data = "g" + group.id() + " " + branch;
        if (data.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 64) {
            line = line.choices(Line.Choice.command("enrolment.plan.branch", branch));
        }
        line = line.choices(Line.Choice.command("enrolment.plan.requests", "/demandes"));
        notices.toDeciders(group, "enrolment.plan", line, "plan:" + group.id() + ":" + now.limit());
    }

    private Address candidate(EnrolmentRow row) {
        return people.byId(row.personId).orElseThrow().address();
    }
}
