package org.covigie.bot.companion;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.covigie.bot.commands.GroupInfo;
import org.covigie.bot.commands.Languages;
import org.covigie.bot.commands.Line;
import org.covigie.bot.commands.Membership;
import org.covigie.bot.commands.Role;
import org.covigie.bot.commands.Roles;
import org.covigie.bot.commands.Texts;
import org.covigie.bot.groups.Groups;
import org.covigie.bot.groups.Member;
import org.covigie.bot.messaging.Audience;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Post;
import org.covigie.bot.people.Address;
import org.covigie.bot.people.People;
import org.covigie.bot.people.Person;
import org.covigie.bot.settings.HouseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is said to a companion group reaches its correspondents, or its animator where there is none, ready to be forwarded:
 * nothing but the text, and once a day before it the sentence that says where it belongs.
 */
@Component
class CompanionAudience implements Audience {
    /** Said when the bot comes into a group, which it does not here. */
    private static final String WELCOME = "welcome";

    private final Roles roles;
    private final Groups groups;
    private final Companions companions;
    private final People people;
    private final Texts texts;
    private final HouseSettings settings;
    private final InstantSource clock;

    CompanionAudience(Roles roles, Groups groups, Companions companions, People people, Texts texts,
            HouseSettings settings, InstantSource clock) {
        this.roles = roles;
        this.groups = groups;
        this.companions = companions;
        this.people = people;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Post> each(Post toGroup) {
        Address chat = toGroup.outgoing().to();
        Optional<GroupInfo> group = roles.in(chat, chat).map(Membership::group)
                .filter(found -> companions.is(found.id()));
        if (group.isEmpty() || toGroup.kind().equals(WELCOME)) {
            return List.of();
        }
        List<Post> posts = new ArrayList<>();
        for (Person reader : forwarders(group.get().id())) {
            Outgoing copy = copy(toGroup.outgoing(), reader.address());
            if (copy != null) {
                String once = toGroup.once();
                posts.add(hint(group.get(), reader).notBefore(toGroup.notBefore()));
                // what would be tried instead was meant for the group as well
                posts.add(new Post(copy, toGroup.kind(), toGroup.must(),
                        once == null ? null : Post.own(once, reader.id()), true, null, false, toGroup.opening(),
                        toGroup.variables(), toGroup.notBefore()));
            }
        }
        return posts;
    }

    private List<Person> forwarders(long group) {
        List<Member> present = groups.members(group);
        List<Member> correspondents = present.stream().filter(member -> member.holds(Role.CORRESPONDENT)).toList();
        return (correspondents.isEmpty()
                ? present.stream().filter(member -> member.holds(Role.ANIMATOR)).toList()
                : correspondents).stream().flatMap(member -> people.byId(member.person()).stream()).toList();
    }

    /** The same without buttons, which forwarding loses; null for what only a group of the platform's can be told. */
    private static @Nullable Outgoing copy(Outgoing outgoing, Address reader) {
        if (outgoing instanceof Outgoing.Text text && text.onlyFor() == null) {
            return new Outgoing.Text(reader, null, null, null, text.text(), List.of());
        }
        return outgoing instanceof Outgoing.File file
                ? new Outgoing.File(reader, null, file.picture(), file.name(), file.bytes(), file.caption(), List.of())
                : null;
    }

    private Post hint(GroupInfo group, Person reader) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return Post.of("companion.hint", new Outgoing.Text(reader.address(), null, null, null,
                texts.rich(Line.of("companion.forward", group.title()), Languages.of(reader, null, group)),
                List.of())).once("forward:" + group.id() + ":" + reader.id() + ":" + today);
    }
}
