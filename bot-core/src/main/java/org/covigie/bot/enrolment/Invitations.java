package org.covigie.bot.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Code;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Journal;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.Channels;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.messaging.Posted;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A group's invitation: a code for the private chat with the bot and, where the channel makes them, a link to the group itself. */
@Service
@Transactional
class Invitations {
    static final Duration LIFE = Duration.ofDays(30);
    private static final String ONCE = "invite:";

    private final InvitationRows rows;
    private final Groups groups;
    private final Journal journal;
    private final People people;
    private final Channels channels;
    private final Outbox outbox;
    private final Replies replies;
    private final Texts texts;
    private final Vault vault;
    private final InstantSource clock;

    Invitations(InvitationRows rows, Groups groups, Journal journal, People people, Channels channels, Outbox outbox,
            Replies replies, Texts texts, Vault vault, InstantSource clock) {
        this.rows = rows;
        this.groups = groups;
        this.journal = journal;
        this.people = people;
        this.channels = channels;
        this.outbox = outbox;
        this.replies = replies;
        this.texts = texts;
        this.vault = vault;
        this.clock = clock;
    }

    /** The group to which this code leads now. */
    @Transactional(readOnly = true)
    Optional<GroupInfo> group(String code) {
        return rows.findByCodePrint(print(code)).filter(row -> row.expiresAt.isAfter(clock.instant()))
                .flatMap(row -> groups.find(row.groupId).filter(group -> !group.gone())
                        .flatMap(group -> groups.info(group.id())))
                .filter(info -> !info.locked());
    }

    /** Hands the invitation in force to the one who asks, or makes one; {@code fresh} makes the old one worthless first. */
    void hand(GroupInfo group, Person asker, boolean fresh) {
        Optional<InvitationRow> known = rows.findById(group.id());
        if (fresh) {
            known.ifPresent(row -> revoke(group, row));
            known = Optional.empty();
        }
        Optional<InvitationRow> good = known.filter(row -> row.expiresAt.isAfter(clock.instant()))
                .filter(row -> row.link != null || !channel(group).capabilities().invitations());
        if (good.isPresent()) {
            show(group, good.get(), asker);
            return;
        }
        // where the link was refused before, the code stays as it was handed out
        Optional<InvitationRow> valid = known.filter(row -> row.expiresAt.isAfter(clock.instant()));
        InvitationRow old = known.orElseGet(InvitationRow::new);
        InvitationRow row = valid.orElseGet(() -> rows.save(made(group, asker, old)));
        row.madeBy = asker.id();
        if (valid.isEmpty()) {
            journal.note(group.id(), "invitation-made", asker.id(), null, "");
        }
        if (channel(group).capabilities().invitations()) {
            Outgoing link = new Outgoing.Invitation(group.chat(),
                    texts.plain("enrolment.invitation.name", group.language()), row.expiresAt);
            outbox.post(Post.of("invitation", link)
                    .once(ONCE + group.id() + ":" + row.codePrint + ":" + clock.instant().toEpochMilli())
                    .or(refused(group, asker, row)));
        } else {
            show(group, row, asker);
        }
    }

    /**
     * The group's code for a proposer to pass on, and until when it holds; made where there is none. Only for channels that
     * make no links to groups.
     */
    Way code(GroupInfo group, Person by) {
        InvitationRow row = rows.findById(group.id()).filter(known -> known.expiresAt.isAfter(clock.instant()))
                .orElseGet(() -> {
                    InvitationRow fresh = rows
                            .save(made(group, by, rows.findById(group.id()).orElseGet(InvitationRow::new)));
                    journal.note(group.id(), "invitation-made", by.id(), null, "");
                    return fresh;
                });
        String code = vault.openText(row.code);
        return new Way(code, channel(group).joinLink(code), row.expiresAt);
    }

    /**
     * How somebody comes to a group by way of the bot.
     *
     * @param link opens the private chat with the bot and says the code there; null where there is none
     */
    record Way(String code, @Nullable String link, Instant until) {}

    /** Makes the invitation worthless; false when there is none. */
    boolean revoke(GroupInfo group, long by) {
        Optional<InvitationRow> row = rows.findById(group.id());
        row.ifPresent(known -> {
            revoke(group, known);
            journal.note(group.id(), "invitation-revoked", by, null, "");
        });
        return row.isPresent();
    }

    private void revoke(GroupInfo group, InvitationRow row) {
        if (row.link != null) {
            outbox.post(Post.of("invitation.end",
                    new Outgoing.InvitationEnd(group.chat(), vault.openText(row.link))));
        }
        rows.delete(row);
        rows.flush();
    }

    private InvitationRow made(GroupInfo group, Person asker, InvitationRow row) {
        String code = Code.fresh();
        row.groupId = group.id();
        row.codePrint = print(code);
        row.code = vault.seal(code);
        row.link = null;
        row.madeBy = asker.id();
        row.madeAt = clock.instant();
        row.expiresAt = clock.instant().plus(LIFE);
        return row;
    }

    @EventListener
    void on(Posted posted) {
        String[] key = posted.once().split(":", 4);
        String link = posted.reference();
        if (!posted.once().startsWith(ONCE) || key.length != 4 || link == null) {
            return;
        }
        rows.findById(Long.valueOf(key[1])).filter(row -> row.codePrint.equals(key[2]) && row.link == null)
                .ifPresent(row -> {
                    row.link = vault.seal(link);
                    GroupInfo group = groups.info(row.groupId).orElseThrow();
                    people(row.madeBy).ifPresent(asker -> show(group, row, asker));
                });
    }

    private Optional<Person> people(@Nullable Long id) {
        return id == null ? Optional.empty() : people.byId(id);
    }

    private void show(GroupInfo group, InvitationRow row, Person asker) {
        String code = vault.openText(row.code);
        String privately = channel(group).joinLink(code);
        String link = row.link == null ? privately : vault.openText(row.link);
        Line line = Line.of("enrolment.invitation", group.title(), row.expiresAt);
        if (link != null) {
            line = line.then("enrolment.invitation.link", link);
        }
        line = row.link != null && privately != null
                ? line.then("enrolment.invitation.code-link", code, privately)
                : line.then("enrolment.invitation.code", code);
        line = line.then("enrolment.invitation.how");
        var language = Languages.of(asker, null, group);
        if (link == null) {
            replies.privately(asker, group, null, "invitation.show", line, language, false, null);
        } else {
            replies.file(asker, group, "invitation.show", true, "invitation.png", QrCode.png(link), line, language,
                    null);
        }
    }

    /** The bot may not make links there: the way by the private chat remains. */
    private Post refused(GroupInfo group, Person asker, InvitationRow row) {
        String code = vault.openText(row.code);
        String privately = channel(group).joinLink(code);
        Line line = Line.of("enrolment.invitation.refused", group.title());
        line = privately == null
                ? line.then("enrolment.invitation.code", code)
                : line.then("enrolment.invitation.code-link", code, privately);
        return new Post(new Outgoing.Text(asker.address(), null, null, null,
                texts.rich(line, Languages.of(asker, null, group)), java.util.List.of()), "invitation.refused", false,
                null, true, null);
    }

    private Channel channel(GroupInfo group) {
        return channels.of(group.chat());
    }

    private String print(String code) {
        return vault.fingerprint("code:" + code);
    }
}
