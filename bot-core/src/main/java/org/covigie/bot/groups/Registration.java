package org.covigie.bot.groups;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Locale;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Replies;
import org.covigie.bot.messaging.ChatGone;
import org.covigie.bot.messaging.ChatRelocated;
import org.covigie.bot.messaging.ChatStanding;
import org.covigie.bot.messaging.Incoming;
import org.covigie.bot.messaging.Outbox;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers the groups the bot is put into, and follows them when they move, are renamed or put the bot out. */
@Service
@Transactional
class Registration {
    private final GroupRows groups;
    private final Groups house;
    private final Journal journal;
    private final People people;
    private final Replies replies;
    private final Outbox outbox;
    private final RoleCache cache;
    private final Vault vault;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final String code;

    Registration(GroupRows groups, Groups house, Journal journal, People people, Replies replies, Outbox outbox,
            RoleCache cache,
            Vault vault,
            InstantSource clock, ApplicationEventPublisher events,
            @Value("${covigie.groups.creation-code:}") String code) {
        this.groups = groups;
        this.house = house;
        this.journal = journal;
        this.people = people;
        this.replies = replies;
        this.outbox = outbox;
        this.cache = cache;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
        this.code = code;
    }

    void placed(Incoming.BotPlaced placed) {
        GroupRow row = row(placed.chat());
        if (placed.bot() == ChatStanding.ABSENT) {
            if (row != null) {
                leave(row);
            }
            return;
        }
        boolean fresh = row == null;
        GroupRow group = row == null ? register(placed) : row;
        ChatStanding before = group.botStanding;
        boolean returned = group.goneAt != null;
        group.goneAt = null;
        group.botStanding = placed.bot();
        group.people = placed.people() == null ? group.people : placed.people();
        group.title = title(placed.title().text());
        cache.changed();
        Person by = placed.by().anonymous() || placed.by().bot()
                ? null
                : people.acted(placed.by());
        boolean named = by != null && placed.byHolds().administers() && !house.animated(group.id);
        boolean follows = named && house.abandoned(group.id);
        if (by != null && named) {
            house.enrol(group.id, by.id());
            house.animator(group.id, by.id());
            journal.note(group.id, "animator-first", by.id(), null, "");
        }
        if (by != null && follows && !group.locked) {
            replies.inGroup(GroupRoles.info(group, vault), null, "animator",
                    Line.of("groups.animator.given", by.name()), true, null);
        }
        greet(group, by, placed, fresh || returned, named, before);
    }

    private void greet(GroupRow group, @Nullable Person by, Incoming.BotPlaced placed, boolean arrived,
            boolean named, ChatStanding before) {
        GroupInfo info = GroupRoles.info(group, vault);
        Person animator = house.animator(group.id).flatMap(m -> people.byId(m.person())).orElse(by);
        if (group.locked) {
            if (by != null && (arrived || named)) {
                tell(by, info, "groups.code.ask", placed);
            }
            return;
        }
        if (arrived) {
            replies.inGroup(info, null, "welcome", welcome(), false, null);
            if (animator != null && house.animator(group.id).isPresent()) {
                tell(animator, info, "groups.welcome.animator", placed);
            } else if (by != null) {
                tell(by, info, "groups.welcome.no-animator", placed);
            }
        }
        if (named && !arrived && by != null) {
            tell(by, info, "groups.welcome.animator", placed);
        }
        if (!placed.bot().administers() && (arrived || before.administers()) && animator != null) {
            tell(animator, info, "groups.rights.missing", placed);
        }
    }

    static Line welcome() {
        return Line.of("groups.welcome").choices(Line.Choice.command("groups.charter.button", "/charte"),
                Line.Choice.command("groups.accept.button", "/consentir"));
    }

    private void tell(Person person, GroupInfo info, String key, Incoming.BotPlaced placed) {
        Locale language = Languages.of(person, placed.by().language(), info);
        replies.privately(person, info, null, "registration", Line.of(key, info.title()), language, true, null);
    }

    private GroupRow register(Incoming.BotPlaced placed) {
        GroupRow group = new GroupRow();
        group.channel = placed.chat().channel();
        group.chatPrint = vault.fingerprint(placed.chat().key());
        group.chat = vault.seal(placed.chat().id());
        group.title = title(placed.title().text());
        group.language = Languages.known(placed.by().language()).orElse(Locale.FRENCH).getLanguage();
        group.locked = !code.isEmpty();
        group.createdAt = clock.instant();
        return groups.saveAndFlush(group);
    }

    /** The animator of a group that waits for the creation code has written something: if it is the code, the group opens. */
    boolean unlock(Person person, String said) {
        byte[] given = said.strip().getBytes(StandardCharsets.UTF_8);
        if (code.isEmpty() || !MessageDigest.isEqual(given, code.getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        for (GroupRow group : groups.findByLockedTrueAndGoneAtIsNull()) {
            if (house.animator(group.id).filter(m -> m.person() == person.id()).isPresent()) {
                group.locked = false;
                cache.changed();
                GroupInfo info = GroupRoles.info(group, vault);
                events.publishEvent(new Unlocked(group.id, person.id()));
                if (group.hosting != Hosting.NATIVE) {
                    // nobody but the founder is in it yet, and who keeps such groups tells what comes next
                    continue;
                }
                replies.inGroup(info, null, "welcome", welcome(), false, null);
                replies.privately(person, info, null, "registration", Line.of("groups.welcome.animator", info.title()),
                        Languages.of(person, null, info), true, null);
            }
        }
        return true;
    }

    /** Whether this person animates a group that still waits for the creation code. */
    @Transactional(readOnly = true)
    boolean awaitsCode(Address address) {
        return !code.isEmpty() && people.find(address)
                .filter(person -> groups.findByLockedTrueAndGoneAtIsNull().stream()
                        .anyMatch(group -> house.animator(group.id).filter(m -> m.person() == person.id()).isPresent()))
                .isPresent();
    }

    void moved(Address from, Address to) {
        GroupRow old = row(from);
        if (old == null || from.equals(to)) {
            return;
        }
        GroupRow other = row(to);
        if (other != null) {
            // the new address was registered before we heard of the move: the old group keeps its history and takes the address
            other.chatPrint = "moved" + other.id;
            other.goneAt = clock.instant();
            groups.flush();
        }
        old.chatPrint = vault.fingerprint(to.key());
        old.chat = vault.seal(to.id());
        old.goneAt = null;
        groups.flush();
        cache.changed();
        outbox.moved(from, to);
    }

    /** Whether this person is a known member of the group in this chat. */
    @Transactional(readOnly = true)
    boolean knows(Address chat, Address person) {
        GroupRow row = row(chat);
        return row != null && people.find(person).filter(p -> house.member(row.id, p.id()).isPresent()).isPresent();
    }

    /** Whoever is no longer in the chat no longer reads or publishes its drafts. */
    void left(Address chat, Address person, @Nullable Integer count) {
        GroupRow row = row(chat);
        if (row != null) {
            house.counted(row.id, count);
            people.find(person).ifPresent(p -> house.left(row.id, p.id()));
        }
    }

    void renamed(Address chat, String title) {
        GroupRow row = row(chat);
        if (row != null) {
            row.title = title(title);
            cache.changed();
        }
    }

    @EventListener
    void on(ChatRelocated relocated) {
        moved(relocated.from(), relocated.to());
    }

    @EventListener
    void on(ChatGone gone) {
        GroupRow row = row(gone.chat());
        if (row != null) {
            row.goneAt = clock.instant();
            row.botStanding = ChatStanding.ABSENT;
            cache.changed();
        } else {
            people.unreachable(gone.chat());
        }
    }

    private void leave(GroupRow row) {
        row.goneAt = clock.instant();
        row.botStanding = ChatStanding.ABSENT;
        cache.changed();
        outbox.cancel(new Address(row.channel, vault.openText(row.chat)));
    }

    private @Nullable GroupRow row(Address chat) {
        return groups.findByChannelAndChatPrint(chat.channel(), vault.fingerprint(chat.key())).orElse(null);
    }

    private static String title(String title) {
        String clean = title.replace("\0", "").strip();
        return clean.length() <= 255 ? clean : clean.substring(0, 254) + "…";
    }
}
