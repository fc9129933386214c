package org.covigie.bot.groups;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Line;
import org.covigie.bot.messaging.Channel;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens groups that the house keeps, on channels whose platform has none for bots. */
@Service
@Transactional
public class Founding {
    /** How many groups one person may open within a day. */
    private static final int A_DAY = 20;

    private final GroupRows rows;
    private final Groups groups;
    private final Journal journal;
    private final People people;
    private final RoleCache cache;
    private final Vault vault;
    private final InstantSource clock;
    private final boolean codeWanted;

    Founding(GroupRows rows, Groups groups, Journal journal, People people, RoleCache cache, Vault vault,
            InstantSource clock,
            @Value("${covigie.groups.creation-code:}") String code) {
        this.rows = rows;
        this.groups = groups;
        this.journal = journal;
        this.people = people;
        this.cache = cache;
        this.vault = vault;
        this.clock = clock;
        this.codeWanted = !code.isEmpty();
    }

    /** Why this person may open no group now, as one sentence; empty when they may. Each costs whoever runs the bot. */
    @Transactional(readOnly = true)
    public Optional<Line> refusal(long founder) {
        return rows.founded(founder, clock.instant().minus(Duration.ofDays(1))) >= A_DAY
                ? Optional.of(Line.of("groups.founding.enough", A_DAY))
                : Optional.empty();
    }

    /**
     * Opens a group whose founder becomes its animator and first member. Where the installation has a creation code the group
     * stays locked until the founder types it.
     *
     * @param title at most 255 characters; longer ones are cut
     * @param link  the link into a companion group
     */
    public GroupInfo found(Person founder, String title, Hosting hosting, @Nullable String link, Locale language) {
        GroupRow row = new GroupRow();
        Address chat = new Address(founder.address().channel(), Channel.HOSTED_GROUP + UUID.randomUUID());
        row.channel = chat.channel();
        row.chatPrint = vault.fingerprint(chat.key());
        row.chat = vault.seal(chat.id());
        row.title = title.length() <= 255 ? title : title.substring(0, 254) + "…";
        row.hosting = hosting;
        row.link = link == null ? null : vault.seal(link);
        row.language = language.getLanguage();
        row.botStanding = ChatStanding.ADMINISTRATOR;
        row.locked = codeWanted;
        row.createdAt = clock.instant();
        rows.saveAndFlush(row);
        groups.enrol(row.id, founder.id());
        groups.animator(row.id, founder.id());
        journal.note(row.id, "animator-first", founder.id(), null, "");
        // what the founder writes next is about this one
        people.chooses(founder.id(), row.id);
        cache.changed();
        return GroupRoles.info(row, vault);
    }
}
